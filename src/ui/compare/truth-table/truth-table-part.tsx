import { MultiSelect, SegmentedControl, Select } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { MISSING_RULES, MOST_CONDITIONS } from "../../../core/analysis/truth-table.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PartTools } from "../part-tools.tsx";
import { ScopeChoice } from "../scope-choice.tsx";
import { useScope } from "../use-scope.ts";
import { indicatorOptions } from "./indicator-options.ts";
import { SaveForQca } from "./save-for-qca.tsx";
import classes from "./truth-table-part.module.css";
import { chosenTruthTable, truthTableSource } from "./truth-table-source.ts";
import { TruthTableView } from "./truth-table-view.tsx";

interface TruthTablePartProps {
  readonly powers: readonly HostPower[];
  readonly choice: ReactNode;
}

const RULES = [
  { value: "drop", label: "Leave out missing" },
  { value: "bounds", label: "Bounds" },
] as const;

/** Which combinations of conditions go with an outcome, with their cases (Ragin 1987). */
export function TruthTablePart({ powers, choice }: TruthTablePartProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { missing, conditions, outcome } = workspace.view.analysis;
  const respondents = useScope();
  const table = useMemo(
    () => chosenTruthTable(dataset, { missing, conditions, outcome }, respondents),
    [dataset, missing, conditions, outcome, respondents],
  );
  return (
    <>
      <PartTools
        end={
          table !== null && (
            <div className={classes.files}>
              <SaveForQca powers={powers} />
              <ExportButton sources={[truthTableSource(workspace.view)]} powers={powers} />
            </div>
          )
        }
      >
        {choice}
        <ScopeChoice />
        <SegmentedControl
          size="xs"
          name="missing-rule"
          aria-label="What is missing"
          data={[...RULES]}
          value={missing}
          onChange={(rule) => dispatch({ kind: "analyse", analysis: { missing: rule } })}
        />
      </PartTools>
      <Indicators />
      <p className={classes.rule}>{MISSING_RULES[missing]}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={classes.body} tabIndex={0} aria-label="Truth table">
        {table === null ? (
          <p className={classes.empty}>
            Choose at least one condition and an outcome. Each is a code taken as a yes or no of every state; a state of
            which nothing can be said is missing, not a no.
          </p>
        ) : (
          <TruthTableView table={table} />
        )}
      </section>
    </>
  );
}

function Indicators(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { conditions, outcome } = workspace.view.analysis;
  const options = useMemo(() => indicatorOptions(dataset), [dataset]);
  const data = options.map(({ group, items }) => ({ group, items: [...items] }));
  return (
    <div className={classes.indicators}>
      <MultiSelect
        size="xs"
        aria-label="Conditions"
        placeholder={conditions.length === 0 ? "Conditions" : ""}
        data={data}
        value={[...conditions]}
        maxValues={MOST_CONDITIONS}
        renderPill={({ option, onRemove }) => (
          <span className={classes.pill}>
            {option?.label}
            <button
              type="button"
              aria-label={`Remove the condition ${option?.label ?? ""}`}
              tabIndex={-1}
              onClick={onRemove}
            >
              ×
            </button>
          </span>
        )}
        searchable
        hidePickedOptions
        maxDropdownHeight={320}
        onChange={(keys) => dispatch({ kind: "analyse", analysis: { conditions: keys } })}
      />
      <Select
        size="xs"
        aria-label="Outcome"
        placeholder="Outcome"
        data={data}
        value={outcome === "" ? null : outcome}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(key) => dispatch({ kind: "analyse", analysis: { outcome: key ?? "" } })}
      />
    </div>
  );
}
