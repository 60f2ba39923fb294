import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import type { Facet } from "../../core/query/facets.ts";
import { isReservedKey } from "../../core/query/filter.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { clearKey, includedValues, matchOf, withMatch } from "./facet-choice.ts";
import classes from "./facet-group.module.css";
import { FacetValueRow } from "./facet-value-row.tsx";

/** One facet: its values with counts, and how the chosen ones are joined. */
export function FacetGroup({ facet }: { readonly facet: Facet }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const isChosen = filter.terms.some((term) => term.kind === "values" && term.key === facet.key);
  const [isOpen, setOpen] = useState(startsOpen(facet) || isChosen);
  const isMultiple = !isReservedKey(facet.key) && indexOf(dataset).variable(facet.key).kind === "multiple";
  const most = reading === "states" ? dataset.respondents.length : dataset.responses.length;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Chevron size={14} aria-hidden />
          {facet.label}
        </button>
      </legend>
      {isOpen && (
        <>
          {isChosen && (
            <div className={classes.tools}>
              {isMultiple && includedValues(filter, facet.key).length > 1 && <MatchChoice facet={facet} />}
              <button
                type="button"
                className={classes.clear}
                onClick={() => dispatch({ kind: "filter", filter: clearKey(filter, facet.key) })}
              >
                Clear
              </button>
            </div>
          )}
          {facet.values.map((value) => (
            <FacetValueRow key={value.value} facetKey={facet.key} facetLabel={facet.label} value={value} most={most} />
          ))}
        </>
      )}
    </fieldset>
  );
}

// Answers and the classifying facets are what one filters by first; the codes behind an answer open on demand.
function startsOpen(facet: Facet): boolean {
  return facet.values.some((value) => value.counts !== null);
}

function MatchChoice({ facet }: { readonly facet: Facet }): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { filter } = workspace.view;
  const match = matchOf(filter, facet.key);
  const other = match === "any" ? "all" : "any";
  return (
    <button
      type="button"
      className={classes.clear}
      aria-label={`${facet.label}: ${match} of the chosen. Change to ${other}`}
      onClick={() => dispatch({ kind: "filter", filter: withMatch(filter, facet.key, other) })}
    >
      {match} of these → {other}
    </button>
  );
}
