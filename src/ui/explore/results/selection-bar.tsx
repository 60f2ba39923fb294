import { Button, CloseButton, Tooltip } from "@mantine/core";
import { IconColumns, IconCopy, IconPencilPlus } from "@tabler/icons-react";
import { type Dispatch, type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { stateColumns } from "../../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { responseRef } from "../../../core/dataset/ref.ts";
import type { Response } from "../../../core/dataset/resources.ts";
import { outgoingTo } from "../../../core/export/outgoing.ts";
import { chosenResponsesTable } from "../../../core/export/responses-table.ts";
import { cite } from "../../../core/notebook/citation.ts";
import { copyTable } from "../../shared/export/copy-table.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import type { ExportSource } from "../../shared/export/export-source.ts";
import { today } from "../../shared/today.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { SelectionAction } from "./response-selection.ts";
import classes from "./selection-bar.module.css";

interface SelectionBarProps {
  /** What is chosen of what is shown, in its order. */
  readonly chosen: readonly number[];
  /** How many more are chosen that the filter hides. */
  readonly hidden: number;
  readonly select: Dispatch<SelectionAction>;
  readonly powers: readonly HostPower[];
}

/** The most that one question can cite. */
const MOST_CITED = 200;
const MOST_ADDRESSEES = 100;

/** What can be done with the responses that are selected; says how many they are, also to assistive technology. */
export function SelectionBar({ chosen, hidden, select, powers }: SelectionBarProps): ReactNode {
  const { dataset } = useWorkspace();
  const responses = useMemo(
    () => chosen.flatMap((position) => dataset.responses[position] ?? []),
    [chosen, dataset.responses],
  );
  return (
    <>
      <p className={classes.announced} role="status">
        {countInWords(chosen.length, hidden)}
      </p>
      {chosen.length > 0 && (
        <section className={classes.bar} aria-label="Selected responses">
          <span className={classes.count} aria-hidden>
            {countInWords(chosen.length, hidden)}
          </span>
          <CompareButton responses={responses} />
          <NoteButton responses={responses} />
          <ExportButton id="export-selected" sources={[chosenSource(responses)]} powers={powers} />
          <CopyButton dataset={dataset} responses={responses} />
          <CloseButton size="sm" aria-label="Clear the selection" onClick={() => select({ kind: "clear" })} />
        </section>
      )}
    </>
  );
}

interface ChosenProps {
  readonly responses: readonly Response[];
}

function CompareButton({ responses }: ChosenProps): ReactNode {
  const { dispatch } = useWorkspace();
  const states = statesOf(responses);
  const compare = () => {
    dispatch({ kind: "compare", comparison: { columns: stateColumns(states) } });
    dispatch({ kind: "compare-part", part: "table" });
    dispatch({ kind: "go", screen: "compare" });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconColumns size={15} aria-hidden />}
      aria-label={`Compare the ${states.length} selected ${states.length === 1 ? "state" : "states"}`}
      onClick={compare}
    >
      Compare {states.length} {states.length === 1 ? "state" : "states"}
    </Button>
  );
}

/** Writes one new question that cites all selected responses and asks their states. */
function NoteButton({ responses }: ChosenProps): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { addNote } = useNotes();
  const states = statesOf(responses);
  const isTooMany = responses.length > MOST_CITED || states.length > MOST_ADDRESSEES;
  const add = () => {
    const links = responses.map(({ question, respondent }) =>
      cite(dataset, responseRef(dataset, question, respondent)),
    );
    const note = addNote({ title: "New question", addressees: [...states], links });
    dispatch({ kind: "note", note });
    dispatch({ kind: "go", screen: "notebook" });
  };
  return (
    <Tooltip
      label={`A question cites at most ${MOST_CITED} responses of ${MOST_ADDRESSEES} states`}
      disabled={!isTooMany}
    >
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencilPlus size={15} aria-hidden />}
        {...(isTooMany ? { "data-disabled": true } : {})}
        aria-disabled={isTooMany}
        onClick={() => !isTooMany && add()}
      >
        Ask about them
      </Button>
    </Tooltip>
  );
}

/** Copies what may go out to everyone; the export dialog offers the rest to the network. */
function CopyButton({ dataset, responses }: ChosenProps & { readonly dataset: Dataset }): ReactNode {
  const [outcome, setOutcome] = useState("");
  const copy = () => {
    const table = chosenResponsesTable(outgoingTo("public", dataset), responses, today());
    const left = responses.length - table.rows.length;
    if (table.rows.length === 0) return setOutcome("Not copied: all are withheld from wider dissemination");
    const rest = left === 0 ? "" : `; ${left} withheld from wider dissemination left out`;
    return copyTable(table).then(
      () => setOutcome(`Copied ${table.rows.length} for Word or Excel${rest}`),
      (error: Error) => setOutcome(`Not copied: ${error.message}`),
    );
  };
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={copy}>
        Copy
      </Button>
      <span className={classes.outcome} role="status">
        {outcome}
      </span>
    </>
  );
}

function chosenSource(responses: readonly Response[]): ExportSource {
  return {
    id: "chosen-responses",
    label: "Selected responses",
    fileName: "selected-responses",
    hasAll: false,
    make: (outgoing, _scope, date) => chosenResponsesTable(outgoing, responses, date),
  };
}

function statesOf(responses: readonly Response[]): readonly string[] {
  return [...new Set(responses.map(({ respondent }) => respondent))];
}

function countInWords(shown: number, hidden: number): string {
  if (shown === 0 && hidden === 0) return "";
  const more = hidden === 0 ? "" : `, ${hidden} more hidden by the filter`;
  return `${shown} ${shown === 1 ? "response" : "responses"} selected${more}`;
}
