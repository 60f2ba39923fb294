import { Button, Stack, Switch, Text } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../api/contract.ts";
import { compareRespondents } from "../../core/analysis/compare-respondents.ts";
import { stateColumns } from "../../core/analysis/comparison-columns.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { BaselineSelect } from "./baseline-select.tsx";
import classes from "./compare-screen.module.css";
import { comparisonSource } from "./comparison-source.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { HiddenRows } from "./hidden-rows.tsx";
import { RespondentChoice } from "./respondent-choice.tsx";

/** States side by side, variable by variable, with their differences marked. */
export function CompareScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { respondents, baseline, onlyDifferences } = workspace.view.comparison;
  const comparison = useMemo(
    () => compareRespondents(dataset, { columns: stateColumns(respondents), baseline, questions: [] }),
    [dataset, respondents, baseline],
  );
  if (respondents.length < 2) return <ChooseFirst />;
  return (
    <div className={classes.screen}>
      <header className={classes.tools}>
        <h1 className={classes.hidden}>Compare</h1>
        <RespondentChoice />
        <BaselineSelect />
        <Switch
          size="xs"
          label="Only rows that differ"
          checked={onlyDifferences}
          onChange={(event) =>
            dispatch({ kind: "compare", comparison: { onlyDifferences: event.currentTarget.checked } })
          }
        />
        <ExportButton sources={[comparisonSource(workspace.view)]} powers={powers} />
      </header>
      <ComparisonTable comparison={comparison} onlyDifferences={onlyDifferences} />
      <HiddenRows comparison={comparison} onlyDifferences={onlyDifferences} />
    </div>
  );
}

function ChooseFirst(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const passing = selectedRespondents(dataset, evaluate(dataset, workspace.view.filter, workspace.view.reading));
  const all = dataset.respondents;
  const choose = (codes: readonly string[]) => dispatch({ kind: "compare", comparison: { respondents: codes } });
  return (
    <Stack maw={640} mx="auto" mt={48} p="md" gap="md">
      <h1>Choose at least two states to lay side by side</h1>
      <RespondentChoice />
      <div className={classes.quick}>
        {passing.length < all.length && passing.length > 1 && (
          <Button variant="default" onClick={() => choose(passing.map(({ code }) => code))}>
            The {passing.length} that pass the filter
          </Button>
        )}
        <Button variant="default" onClick={() => choose(all.map(({ code }) => code))}>
          All {all.length}
        </Button>
      </div>
      <Text c="dimmed">
        Differences from the majority, or from one state that you choose, are marked. An answer that cannot be compared
        counts as neither agreement nor difference.
      </Text>
    </Stack>
  );
}
