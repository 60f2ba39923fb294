import { CloseButton, Text } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { SavedView } from "../../api/saved-view.ts";
import { parseRef, type Ref } from "../../core/dataset/ref.ts";
import { type CitationState, citationLabel, citationState, cite, citedDigest } from "../../core/notebook/citation.ts";
import type { NoteLink } from "../../core/notebook/note.ts";
import { actionsForRef } from "../shared/actions-for-ref.ts";
import { parseAddress } from "../shared/address.ts";
import { useLibrary } from "../shared/use-library.tsx";
import { useViews } from "../shared/use-views.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { LinkSearch } from "./link-search.tsx";
import classes from "./note-links.module.css";

const STATE_WORDS: Readonly<Record<CitationState, string>> = {
  current: "",
  changed: "has changed since it was cited",
  gone: "is no longer in the package",
  "other-package": "is in a package that is not open",
  view: "",
};

interface NoteLinksProps {
  readonly links: readonly NoteLink[];
  readonly onChange: (links: NoteLink[]) => void;
}

/** What a note is about: each link leads back to its place, and says when that is no longer what was cited. */
export function NoteLinks({ links, onChange }: NoteLinksProps): ReactNode {
  const { dataset } = useWorkspace();
  const { all: views } = useViews(dataset.info.name);
  const cited = useMemo(() => new Set(links.map(({ ref }) => ref)), [links]);
  return (
    <section className={classes.links} aria-label="About">
      <div className={classes.head}>
        <h3>About</h3>
        <LinkSearch cited={cited} onChoose={(ref) => onChange([...links, cite(dataset, ref)])} />
      </div>
      {links.length === 0 && <Text c="dimmed">Nothing cited. A question added from a cell cites its response.</Text>}
      <ul>
        {links.map((link) => {
          const state = citationState(dataset, link);
          const view = views.find(({ id }) => id === link.ref);
          if (state === "view")
            return (
              <li key={link.ref} data-state={state}>
                {view === undefined ? (
                  <span className={classes.state}>a saved view that is no longer there</span>
                ) : (
                  <ViewTarget view={view} />
                )}
                <RemoveLink label={view?.name ?? "a saved view"} onRemove={() => onChange(without(links, link))} />
              </li>
            );
          return (
            <li key={link.ref} data-state={state}>
              <LinkTarget link={link} />
              {state === "other-package" ? (
                <OtherPackage link={link} />
              ) : (
                state !== "current" && <span className={classes.state}>{STATE_WORDS[state]}</span>
              )}
              {state === "changed" && (
                <button
                  type="button"
                  className={classes.renew}
                  onClick={() => onChange(links.map((other) => (other === link ? cite(dataset, link.ref) : other)))}
                >
                  Cite as it is now
                </button>
              )}
              <RemoveLink label={citationLabel(dataset, link)} onRemove={() => onChange(without(links, link))} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function without(links: readonly NoteLink[], link: NoteLink): NoteLink[] {
  return links.filter((other) => other !== link);
}

function RemoveLink({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }): ReactNode {
  return <CloseButton size="xs" aria-label={`Remove the link to ${label}`} onClick={onRemove} />;
}

/** A saved view by its name; it opens, with its package where that is another one. */
function ViewTarget({ view }: { readonly view: SavedView }): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { open } = useLibrary();
  const show = () => {
    if (view.packageId !== dataset.info.name) return open(view.packageId, view.address);
    return dispatch({ kind: "open", place: parseAddress(view.address, dataset) });
  };
  return (
    <button type="button" className={classes.target} title="A saved view" onClick={show}>
      {view.name}
    </button>
  );
}

// What is cited may be in a package that was removed: the note keeps its citation and says so.
function OtherPackage({ link }: { readonly link: NoteLink }): ReactNode {
  const { packages, open } = useLibrary();
  const ref = parseRef(link.ref);
  const isThere = packages.some(({ id, faults }) => id === ref?.packageId && faults.length === 0);
  if (ref === null || !isThere) return <span className={classes.state}>is not in the library</span>;
  return (
    <>
      <span className={classes.state}>{STATE_WORDS["other-package"]}</span>
      <button type="button" className={classes.renew} onClick={() => open(ref.packageId, addressOf(ref))}>
        Open {ref.packageId}
      </button>
    </>
  );
}

function addressOf(ref: Ref): string | undefined {
  if (ref.kind === "response") return `/overview?response=${ref.question}/${ref.respondent}`;
  return ref.kind === "filter" ? `/explore?where=${encodeURIComponent(ref.filter)}` : undefined;
}

function LinkTarget({ link }: { readonly link: NoteLink }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const label = citationLabel(dataset, link);
  const ref = parseRef(link.ref);
  if (ref === null || citedDigest(dataset, ref) === null) return <span title={link.ref}>{label}</span>;
  const open = () => {
    for (const action of actionsForRef(dataset, ref, workspace.view.filter)) dispatch(action);
    if (ref.kind === "response") dispatch({ kind: "go", screen: "overview" });
  };
  return (
    <button type="button" className={classes.target} title={link.ref} onClick={open}>
      {label}
    </button>
  );
}
