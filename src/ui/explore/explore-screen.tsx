import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../api/contract.ts";
import { stateColumns } from "../../core/analysis/comparison-columns.ts";
import { evaluate, selectedRespondents, selectedResponses } from "../../core/query/evaluate.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { resultSources } from "../shared/export/result-sources.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./explore-screen.module.css";
import { FacetPanel } from "./facet-panel.tsx";
import { NothingLeft } from "./nothing-left.tsx";
import { Pictures } from "./pictures/pictures.tsx";
import { ResponseTable } from "./response-table.tsx";
import { StateCards } from "./state-cards.tsx";

const FORMS = [
  { value: "cards", label: "Cards" },
  { value: "table", label: "Table" },
  { value: "pictures", label: "Pictures" },
] as const;

type ResultForm = (typeof FORMS)[number]["value"];

/** Facets at the left, what they leave at the right. */
export function ExploreScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const [form, setForm] = useState<ResultForm>("cards");
  const { filter, reading } = workspace.view;
  const selection = evaluate(dataset, filter, reading);
  const respondents = selectedRespondents(dataset, selection);
  const responses = selectedResponses(dataset, selection);
  const sources = useMemo(() => resultSources(workspace.view), [workspace.view]);
  const compare = () => {
    dispatch({ kind: "compare", comparison: { columns: stateColumns(respondents.map(({ code }) => code)) } });
    dispatch({ kind: "compare-part", part: "table" });
    dispatch({ kind: "go", screen: "compare" });
  };
  return (
    <div className={classes.screen}>
      <FacetPanel />
      <section className={classes.results} aria-label="Results">
        <header className={classes.head}>
          <h1>
            {respondents.length} {respondents.length === 1 ? "state" : "states"}, {responses.length}{" "}
            {responses.length === 1 ? "response" : "responses"}
          </h1>
          <button type="button" className={classes.link} disabled={respondents.length === 0} onClick={compare}>
            Compare these states
          </button>
          <ExportButton sources={[sources.responses, sources.matrix, sources.counts]} powers={powers} />
          <SegmentedControl
            size="xs"
            aria-label="Form of the results"
            data={[...FORMS]}
            value={form}
            onChange={(value) => setForm(FORMS.find((known) => known.value === value)?.value ?? "cards")}
          />
        </header>
        <div className={classes.body}>
          {responses.length === 0 && <NothingLeft />}
          {responses.length > 0 && form === "cards" && <StateCards respondents={respondents} responses={responses} />}
          {responses.length > 0 && form === "table" && <ResponseTable responses={responses} />}
          {responses.length > 0 && form === "pictures" && <Pictures powers={powers} />}
        </div>
      </section>
    </div>
  );
}
