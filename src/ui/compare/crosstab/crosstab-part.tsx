import { ActionIcon, Button, SegmentedControl, Select } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { CrossTabulation } from "../../../core/analysis/cross-tabulation.ts";
import { fisherOf } from "../../../core/analysis/fisher-exact.ts";
import { axisNotes, fisherInWords } from "../../../core/export/crosstab-table.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PartTools } from "../part-tools.tsx";
import { ScopeChoice } from "../scope-choice.tsx";
import { useScope } from "../use-scope.ts";
import { AppliedFilter } from "./applied-filter.tsx";
import { axisOptions, chosenAxes } from "./axis-options.ts";
import classes from "./crosstab-part.module.css";
import { crosstabSource } from "./crosstab-source.ts";
import { CrosstabTable } from "./crosstab-table.tsx";
import { makeCrosstab } from "./make-crosstab.ts";

interface CrosstabPartProps {
  readonly powers: readonly HostPower[];
  readonly choice: ReactNode;
}

const SHARES = [
  { value: "row", label: "Of row" },
  { value: "column", label: "Of column" },
  { value: "none", label: "Counts" },
] as const;

/** Two axes against each other: how many states, and which, stand under each pair of values. A cell filters by itself. */
export function CrosstabPart({ powers, choice }: CrosstabPartProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { rows, columns, share } = workspace.view.analysis;
  const respondents = useScope();
  const table = useMemo(
    () => makeCrosstab(dataset, { rows, columns }, respondents),
    [dataset, rows, columns, respondents],
  );
  // The test is of one table: another one has not been asked about.
  const [tested, setTested] = useState<CrossTabulation | null>(null);
  const isTested = tested === table;
  const notes = [...axisNotes(table.rows), ...axisNotes(table.columns)];
  return (
    <>
      <PartTools end={<ExportButton sources={[crosstabSource(workspace.view, isTested)]} powers={powers} />}>
        {choice}
        <ScopeChoice />
        <SegmentedControl
          size="xs"
          name="crosstab-share"
          aria-label="Shares"
          data={[...SHARES]}
          value={share}
          onChange={(value) => dispatch({ kind: "analyse", analysis: { share: value } })}
        />
      </PartTools>
      <Axes />
      <AppliedFilter />
      <div className={classes.body}>
        <CrosstabTable table={table} share={share} />
        {notes.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
        <div className={classes.fisher}>
          <Button
            size="compact-sm"
            variant="default"
            aria-pressed={isTested}
            onClick={() => setTested(isTested ? null : table)}
          >
            Fisher's exact test
          </Button>
          <p role="status">{isTested && fisherInWords(fisherOf(table))}</p>
        </div>
      </div>
    </>
  );
}

function Axes(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const options = useMemo(() => axisOptions(dataset), [dataset]);
  const { rows, columns } = chosenAxes(dataset, workspace.view.analysis);
  const data = options.map(({ group, items }) => ({ group, items: [...items] }));
  return (
    <div className={classes.axes}>
      <Select
        size="xs"
        aria-label="Rows"
        data={data}
        value={rows}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        leftSection={<span className={classes.axisName}>Rows</span>}
        leftSectionWidth={52}
        onChange={(key) => key !== null && dispatch({ kind: "analyse", analysis: { rows: key } })}
      />
      <ActionIcon
        variant="default"
        aria-label="Exchange rows and columns"
        onClick={() => dispatch({ kind: "analyse", analysis: { rows: columns, columns: rows } })}
      >
        <IconArrowsExchange size={16} aria-hidden />
      </ActionIcon>
      <Select
        size="xs"
        aria-label="Columns"
        data={data}
        value={columns}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        leftSection={<span className={classes.axisName}>Columns</span>}
        leftSectionWidth={68}
        onChange={(key) => key !== null && dispatch({ kind: "analyse", analysis: { columns: key } })}
      />
    </div>
  );
}
