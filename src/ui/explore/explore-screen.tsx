import { SegmentedControl } from "@mantine/core";
import { type KeyboardEvent, memo, type ReactNode, useMemo, useReducer } from "react";
import type { HostPower } from "../../api/contract.ts";
import type { Settings } from "../../api/settings.ts";
import { evaluate } from "../../core/query/evaluate.ts";
import { wantedTexts } from "../../core/query/mark-terms.ts";
import { sortedResponses } from "../../core/query/response-order.ts";
import { comparePassing } from "../shared/compare-passing.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { resultSources } from "../shared/export/result-sources.ts";
import { useSettings } from "../shared/use-settings.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import type { View } from "../shared/workspace.ts";
import classes from "./explore-screen.module.css";
import { FacetPanel } from "./facet-panel.tsx";
import { NothingLeft } from "./nothing-left.tsx";
import { Pictures } from "./pictures/pictures.tsx";
import { ColumnMenu } from "./results/column-menu.tsx";
import { ResponseGrid } from "./results/response-grid.tsx";
import { chosenAmong, NOTHING_CHOSEN, reduceSelection } from "./results/response-selection.ts";
import { ResultCards } from "./results/result-cards.tsx";
import { SelectionBar } from "./results/selection-bar.tsx";
import { layoutOf } from "./results/table-layout.ts";

const FORMS: { readonly value: Settings["resultForm"]; readonly label: string }[] = [
  { value: "cards", label: "Cards" },
  { value: "table", label: "Table" },
  { value: "pictures", label: "Pictures" },
];

const CARDS_BY: { readonly value: Settings["cardsBy"]; readonly label: string }[] = [
  { value: "state", label: "By state" },
  { value: "question", label: "By question" },
];

/** Facets at the left, what they leave at the right. */
export function ExploreScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { settings } = useSettings();
  const { resultForm: form, cardsBy, responseTable } = settings;
  const { filter, reading } = workspace.view;
  const [selection, select] = useReducer(reduceSelection, NOTHING_CHOSEN);
  const { respondents, responses } = evaluate(dataset, filter, reading);
  const sort = form === "table" ? layoutOf(responseTable).sort : null;
  const order = sort === null ? "" : `${sort.by} ${sort.isDescending}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order in words stands for the sort, which is made anew each time.
  const shown = useMemo(() => sortedResponses(dataset, responses, sort), [dataset, responses, order]);
  const wanted = useMemo(() => wantedTexts(filter), [filter]);
  const chosen = useMemo(() => chosenAmong(selection, shown), [selection, shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && selection.chosen.size > 0) select({ kind: "clear" });
  };
  return (
    <div className={classes.screen}>
      <FacetPanel />
      <section className={classes.results} aria-label="Results" onKeyDown={onKeyDown}>
        <header className={classes.head}>
          <h1>
            {respondents.count} {respondents.count === 1 ? "state" : "states"}, {responses.count}{" "}
            {responses.count === 1 ? "response" : "responses"}
          </h1>
          <CompareLink />
          {form === "table" && <ColumnMenu />}
          {form === "cards" && <CardsSwitch />}
          <ResultExport view={workspace.view} powers={powers} />
          <FormSwitch />
        </header>
        <div className={classes.body}>
          {shown.length === 0 && <NothingLeft />}
          {shown.length > 0 && form === "cards" && (
            <ResultCards {...{ shown, wanted, selection, select }} by={cardsBy} />
          )}
          {shown.length > 0 && form === "table" && <ResponseGrid {...{ shown, wanted, selection, select }} />}
          {shown.length > 0 && form === "pictures" && (
            <div className={classes.padded}>
              <Pictures powers={powers} />
            </div>
          )}
        </div>
        {form !== "pictures" && (
          <SelectionBar
            chosen={chosen}
            hidden={selection.chosen.size - chosen.length}
            select={select}
            powers={powers}
          />
        )}
      </section>
    </div>
  );
}

function CompareLink(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const { respondents } = evaluate(dataset, filter, reading);
  const compare = () => {
    for (const action of comparePassing(dataset, workspace.view)) dispatch(action);
  };
  return (
    <button type="button" className={classes.link} disabled={respondents.count === 0} onClick={compare}>
      Compare these states
    </button>
  );
}

interface ResultExportProps {
  readonly view: View;
  readonly powers: readonly HostPower[];
}

function ResultExport({ view, powers }: ResultExportProps): ReactNode {
  const sources = useMemo(() => {
    const { responses, matrix, counts } = resultSources(view);
    return [responses, matrix, counts];
  }, [view]);
  return <ExportButton sources={sources} powers={powers} />;
}

const CardsSwitch = memo(function CardsSwitch(): ReactNode {
  const { settings, change } = useSettings();
  return (
    <SegmentedControl
      size="xs"
      name="cards-by"
      aria-label="What has a card of its own"
      data={CARDS_BY}
      value={settings.cardsBy}
      onChange={(cardsBy) => change({ cardsBy })}
    />
  );
});

const FormSwitch = memo(function FormSwitch(): ReactNode {
  const { settings, change } = useSettings();
  return (
    <SegmentedControl
      size="xs"
      name="result-form"
      aria-label="Form of the results"
      data={FORMS}
      value={settings.resultForm}
      onChange={(resultForm) => change({ resultForm })}
    />
  );
});
