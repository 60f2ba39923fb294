import { Select } from "@mantine/core";
import { type MouseEvent, memo, type ReactNode, useCallback, useRef } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { FACET_ORDERS, type FacetOrder } from "../../core/query/facet-order.ts";
import { countFacets, type Facet } from "../../core/query/facets.ts";
import { EMPTY_FILTER, type Filter, type Reading } from "../../core/query/filter.ts";
import { useSettings } from "../shared/use-settings.tsx";
import { usePackage, useWorkspace } from "../shared/use-workspace.tsx";
import { ownTerms, toggleExcluded, toggleIncluded } from "./facet-choice.ts";
import { FacetGroup } from "./facet-group.tsx";
import classes from "./facet-panel.module.css";
import { facetText } from "./facet-text.ts";
import { useFacetKeys } from "./use-facet-keys.ts";
import { useFoldedFacets } from "./use-folded-facets.ts";

const ORDERS = Object.keys(FACET_ORDERS) as readonly FacetOrder[];

/** Every facet with its live counts: the variables by question, then what classifies states and answers. */
export function FacetPanel(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { settings } = useSettings();
  const { filter, reading } = workspace.view;
  const facets = countFacets(dataset, filter, reading);
  const onKeyDown = useFacetKeys();
  const textOf = useTextOf(facets, settings.facetOrder, reading);
  // The hundreds of values have no handler each, so that a value is drawn anew only where it counts another number.
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const ofCount = target
      .closest("[data-facet-count]")
      ?.parentElement?.querySelector<HTMLElement>("[data-facet-value]");
    ofCount?.focus();
    const button = ofCount ?? target.closest<HTMLElement>("[data-facet-value], [data-facet-exclude]");
    const { facetKey, value } = button?.closest<HTMLElement>("[data-facet-key]")?.dataset ?? {};
    if (button === null || facetKey === undefined || value === undefined) return;
    const toggle = button.dataset.facetExclude === undefined ? toggleIncluded : toggleExcluded;
    dispatch({ kind: "filter", filter: toggle(filter, facetKey, value) });
  };
  const section = (title: string, question: string | null) => (
    <FacetSection
      key={question}
      title={title}
      facets={facets.filter((facet) => facet.question === question)}
      filter={filter}
      reading={reading}
      textOf={textOf}
    />
  );
  return (
    <aside className={classes.panel} aria-label="Facets" onClick={onClick} onKeyDown={onKeyDown}>
      <FacetHead isFiltered={filter.terms.length > 0} />
      {indexOf(dataset).questions.map(({ id, label }) => section(`${id} ${label}`, id))}
      {section("States and answers", null)}
    </aside>
  );
}

/** The text of a facet as it is counted when it is asked for, by a function that stays the same. */
function useTextOf(facets: readonly Facet[], order: FacetOrder, reading: Reading): (key: string) => string {
  const latest = useRef({ facets, order, reading });
  latest.current = { facets, order, reading };
  return useCallback((key) => {
    const facet = latest.current.facets.find((other) => other.key === key);
    return facet === undefined ? "" : facetText(facet, latest.current.order, latest.current.reading);
  }, []);
}

const FacetHead = memo(function FacetHead({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const { dispatch } = usePackage();
  const { settings, change } = useSettings();
  return (
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
        disabled={!isFiltered}
        onClick={() => dispatch({ kind: "filter", filter: EMPTY_FILTER })}
      >
        Clear all
      </button>
    </header>
  );
});

interface FacetSectionProps {
  readonly title: string;
  readonly facets: readonly Facet[];
  readonly filter: Filter;
  readonly reading: Reading;
  readonly textOf: (key: string) => string;
}

function FacetSection({ title, facets, filter, reading, textOf }: FacetSectionProps): ReactNode {
  const { isFolded, toggle } = useFoldedFacets();
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {facets.map((facet) => (
        <FacetGroup
          key={facet.key}
          facet={facet}
          own={ownTerms(filter, facet.key)}
          reading={reading}
          isFolded={isFolded(facet.key)}
          onFold={toggle}
          textOf={textOf}
        />
      ))}
    </section>
  );
}
