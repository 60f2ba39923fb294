import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { SavedView } from "../../api/saved-view.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { citationLabel } from "../../core/notebook/citation.ts";
import { type SearchHit, search } from "../../core/query/search/search.ts";
import { SEARCH_KINDS, type SearchKind } from "../../core/query/search/search-document.ts";
import { IN_MAIN } from "../shared/in-main.ts";
import { MarkedText } from "../shared/marked-text.tsx";
import { useViews } from "../shared/use-views.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./link-search.module.css";

const CITABLE: readonly SearchKind[] = ["response", "question", "respondent", "variable", "code", "finding"];
const MOST_HITS = 10;

interface LinkSearchProps {
  /** What is cited already, and not offered again. */
  readonly cited: ReadonlySet<string>;
  readonly onChoose: (ref: string) => void;
}

/** Finds what a note could cite by its words, and cites it. */
export function LinkSearch({ cited, onChoose }: LinkSearchProps): ReactNode {
  const { dataset } = useWorkspace();
  const [text, setText] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { views } = useViews(dataset.info.name);
  const hits = useMemo(() => citableHits(dataset, text, cited), [dataset, text, cited]);
  const named = useMemo(() => citableViews(views, text, cited), [views, text, cited]);
  // Enter takes the best hit of what is written now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits have another first one.
  useEffect(() => {
    if (text.trim() !== "") combobox.selectFirstOption();
  }, [hits]);
  const choose = (ref: string) => {
    onChoose(ref);
    setText("");
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={560} portalProps={IN_MAIN}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          className={classes.field}
          size="xs"
          role="combobox"
          aria-label="Add a link: search responses, states, codes, findings, views"
          aria-autocomplete="list"
          placeholder="Add a link: 3.4 BE, facebook, …"
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""} className={classes.dropdown}>
        <Combobox.Options aria-label="What can be cited">
          {hits.length + named.length === 0 && (
            <Combobox.Empty>Nothing of this package has these words.</Combobox.Empty>
          )}
          {hits.map((hit) => (
            <Combobox.Option key={hit.ref} value={hit.ref}>
              <HitLine dataset={dataset} hit={hit} />
            </Combobox.Option>
          ))}
          {named.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              <span className={classes.hit}>
                <span className={classes.kind}>View</span>
                <span>{name}</span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function HitLine({ dataset, hit }: { readonly dataset: Dataset; readonly hit: SearchHit }): ReactNode {
  const [best] = hit.found;
  return (
    <span className={classes.hit}>
      <span className={classes.kind}>{SEARCH_KINDS[hit.kind]}</span>
      <span>{citationLabel(dataset, { ref: hit.ref, digest: null })}</span>
      {best !== undefined && best.field !== "label" && (
        <span className={classes.found}>
          <MarkedText text={best.text} marks={best.marks} excerpt={best.excerpt} />
        </span>
      )}
    </span>
  );
}

function citableViews(views: readonly SavedView[], text: string, cited: ReadonlySet<string>): readonly SavedView[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const fits = ({ name }: SavedView) => words.every((word) => name.toLowerCase().includes(word));
  return views.filter((view) => !cited.has(view.id) && fits(view)).slice(0, MOST_HITS);
}

// A response is known by its question and state, which are no words of it.
const RESPONSE_KEY = /^\s*(\S+)[\s/]+(\S+)\s*$/;

function citableHits(dataset: Dataset, text: string, cited: ReadonlySet<string>): readonly SearchHit[] {
  if (text.trim() === "") return [];
  const { hits } = search(dataset, text, { kinds: CITABLE, limit: MOST_HITS + cited.size });
  const named = namedResponse(dataset, text);
  const all = named === null ? hits : [named, ...hits.filter(({ ref }) => ref !== named.ref)];
  return all.filter(({ ref }) => !cited.has(ref)).slice(0, MOST_HITS);
}

function namedResponse({ info, responses }: Dataset, text: string): SearchHit | null {
  const [, question = "", respondent = ""] = RESPONSE_KEY.exec(text) ?? [];
  const isThere = responses.some(
    (row) => row.question === question && row.respondent.toLowerCase() === respondent.toLowerCase(),
  );
  if (!isThere) return null;
  return {
    kind: "response",
    ref: `${info.name}/response/${question}/${respondent.toUpperCase()}`,
    score: 0,
    found: [],
  };
}
