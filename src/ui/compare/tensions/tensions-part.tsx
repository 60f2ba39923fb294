import { Button } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { type FoundTension, findTensions, followUpTo } from "../../../core/analysis/tensions.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { responseRef } from "../../../core/dataset/ref.ts";
import { cite } from "../../../core/notebook/citation.ts";
import type { Note, NoteFields } from "../../../core/notebook/note.ts";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import { Locator } from "../../shared/locator.tsx";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PartTools } from "../part-tools.tsx";
import classes from "./tensions-part.module.css";
import { TENSIONS_SOURCE } from "./tensions-source.ts";

interface TensionsPartProps {
  readonly powers: readonly HostPower[];
  readonly choice: ReactNode;
}

/** The tensions among answers that the package declares, the states in them, and the question that each gives rise to. */
export function TensionsPart({ powers, choice }: TensionsPartProps): ReactNode {
  const { dataset } = useWorkspace();
  const found = useMemo(() => findTensions(dataset), [dataset]);
  return (
    <>
      <PartTools end={found.length > 0 && <ExportButton sources={[TENSIONS_SOURCE]} powers={powers} />}>
        {choice}
      </PartTools>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={classes.body} tabIndex={0} aria-label="Tensions">
        {found.length === 0 && <p>This package declares no tensions among answers. They stand in its tensions.csv.</p>}
        {found.map((own) => (
          <TensionCard key={own.tension.id} found={own} />
        ))}
      </section>
    </>
  );
}

function TensionCard({ found }: { readonly found: FoundTension }): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { tension, filter, respondents, questions } = found;
  const show = () => {
    dispatch({ kind: "filter", filter, reading: "states" });
    dispatch({ kind: "go", screen: "explore" });
  };
  return (
    <article className={classes.card} aria-label={tension.why}>
      <h2>{tension.why}</h2>
      <p className={classes.when}>
        {describeFilter(dataset, filter, "states")}: {respondents.length} of {dataset.respondents.length} states,{" "}
        {questions.join(" and ")}. <Locator text={tension.locator} />{" "}
        {respondents.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={show}>
            Filter by it
          </Button>
        )}
      </p>
      {respondents.length === 0 ? (
        <p>It holds of no state.</p>
      ) : (
        <ul className={classes.states}>
          {respondents.map((respondent) => (
            <StateInTension key={respondent} found={found} respondent={respondent} />
          ))}
        </ul>
      )}
    </article>
  );
}

interface StateInTensionProps {
  readonly found: FoundTension;
  readonly respondent: string;
}

function StateInTension({ found, respondent }: StateInTensionProps): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { notes, addNote } = useNotes();
  const { name } = indexOf(dataset).respondent(respondent);
  const fields = questionOf(dataset, found, respondent);
  const asked = notes.find((note) => isAbout(note, fields));
  const open = (note: string) => {
    dispatch({ kind: "note", note });
    dispatch({ kind: "go", screen: "notebook" });
  };
  return (
    <li data-cites={fields.links.map(({ ref }) => ref).join(" ")}>
      <span className={classes.state}>
        <b>{respondent}</b> {name}
        <span className={classes.responses}>
          {found.questions.map((question) => (
            <button
              key={question}
              type="button"
              aria-label={`Response ${question} ${respondent}`}
              onClick={() => dispatch({ kind: "detail", detail: { question, respondent } })}
            >
              {question}
            </button>
          ))}
        </span>
      </span>
      <span>{fields.title}</span>
      {asked === undefined ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`To the notebook: ask ${respondent}`}
          onClick={() => addNote(fields)}
        >
          To the notebook
        </Button>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`In the notebook: ${respondent}, open`}
          onClick={() => open(asked.id)}
        >
          In the notebook
        </Button>
      )}
    </li>
  );
}

type FollowUp = Pick<NoteFields, "title" | "body" | "addressees" | "links">;

const LONGEST_TITLE = 500;

function questionOf(dataset: Dataset, { tension, questions }: FoundTension, respondent: string): FollowUp {
  return {
    title: followUpTo(dataset, tension, respondent).slice(0, LONGEST_TITLE),
    body: tension.why,
    addressees: [respondent],
    links: questions.map((question) => cite(dataset, responseRef(dataset, question, respondent))),
  };
}

function isAbout(note: Note, { title, addressees }: FollowUp): boolean {
  return note.title === title && note.addressees.join() === addressees.join();
}
