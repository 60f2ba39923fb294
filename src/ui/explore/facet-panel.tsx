import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { FACET_ORDERS, type FacetOrder } from "../../core/query/facet-order.ts";
import { countFacets, type Facet } from "../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../core/query/filter.ts";
import { useSettings } from "../shared/use-settings.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { FacetGroup } from "./facet-group.tsx";
import classes from "./facet-panel.module.css";
import { useFacetKeys } from "./use-facet-keys.ts";
import { useFoldedFacets } from "./use-folded-facets.ts";

const ORDERS = Object.keys(FACET_ORDERS) as readonly FacetOrder[];

/** Every facet with its live counts: the variables by question, then what classifies states and answers. */
export function FacetPanel(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { settings, change } = useSettings();
  const { filter, reading } = workspace.view;
  const facets = countFacets(dataset, filter, reading);
  const general = facets.filter((facet) => facet.question === null);
  const questions = [...dataset.questions].sort((a, b) => a.order - b.order);
  const onKeyDown = useFacetKeys();
  return (
    <aside className={classes.panel} aria-label="Facets" onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <Select
          size="xs"
          aria-label="Order of values"
          data={ORDERS.map((value) => ({ value, label: FACET_ORDERS[value] }))}
          value={settings.facetOrder}
          allowDeselect={false}
          onChange={(value) => {
            const facetOrder = ORDERS.find((order) => order === value);
            if (facetOrder !== undefined) change({ facetOrder });
          }}
        />
        <button
          type="button"
          className={classes.clear}
          disabled={filter.terms.length === 0}
          onClick={() => dispatch({ kind: "filter", filter: EMPTY_FILTER })}
        >
          Clear all
        </button>
      </header>
      {questions.map((question) => (
        <FacetSection
          key={question.id}
          title={`${question.id} ${question.label}`}
          facets={facets.filter((facet) => facet.question === question.id)}
        />
      ))}
      <FacetSection title="States and answers" facets={general} />
    </aside>
  );
}

function FacetSection({ title, facets }: { readonly title: string; readonly facets: readonly Facet[] }): ReactNode {
  const { isFolded, toggle } = useFoldedFacets();
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {facets.map((facet) => (
        <FacetGroup key={facet.key} facet={facet} isFolded={isFolded(facet.key)} onFold={() => toggle(facet.key)} />
      ))}
    </section>
  );
}
