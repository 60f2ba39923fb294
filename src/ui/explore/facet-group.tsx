import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconCopy } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { orderFacetValues } from "../../core/query/facet-order.ts";
import type { Facet } from "../../core/query/facets.ts";
import { isReservedKey } from "../../core/query/filter.ts";
import { foldText } from "../../core/query/fold-text.ts";
import { useSettings } from "../shared/use-settings.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { clearKey, includedValues, matchOf, withMatch } from "./facet-choice.ts";
import classes from "./facet-group.module.css";
import { facetText } from "./facet-text.ts";
import { FacetValueRow } from "./facet-value-row.tsx";

interface FacetGroupProps {
  readonly facet: Facet;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

/** How many values a facet lists before it needs a search of its own; more of them are shown on demand. */
const LONG = 12;

/** One facet: its values with counts, and how the chosen ones are joined. */
export function FacetGroup({ facet, isFolded, onFold }: FacetGroupProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const chosen = filter.terms.filter((term) => term.kind === "values" && term.key === facet.key);
  const isMultiple = !isReservedKey(facet.key) && indexOf(dataset).variable(facet.key).kind === "multiple";
  const most = reading === "states" ? dataset.respondents.length : dataset.responses.length;
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <button type="button" className={classes.toggle} aria-expanded={!isFolded} onClick={onFold}>
          <Chevron size={14} aria-hidden />
          {facet.label}
          {isFolded && chosen.length > 0 && <span className={classes.chosen}>filtered</span>}
        </button>
        {!isFolded && chosen.length > 0 && (
          <span className={classes.tools}>
            {isMultiple && includedValues(filter, facet.key).length > 1 && <MatchChoice facet={facet} />}
            <button
              type="button"
              className={classes.clear}
              aria-label={`Clear ${facet.label}`}
              onClick={() => dispatch({ kind: "filter", filter: clearKey(filter, facet.key) })}
            >
              Clear
            </button>
          </span>
        )}
        <CopyFacet facet={facet} />
      </legend>
      {!isFolded && <FacetValues facet={facet} most={most} />}
    </fieldset>
  );
}

function FacetValues({ facet, most }: { readonly facet: Facet; readonly most: number }): ReactNode {
  const { workspace } = useWorkspace();
  const { settings } = useSettings();
  const [wanted, setWanted] = useState("");
  const [isWhole, setWhole] = useState(false);
  const folded = foldText(wanted.trim());
  const ordered = orderFacetValues(facet, settings.facetOrder, workspace.view.reading);
  const found = ordered.filter(({ label, value }) => foldText(`${label} ${value}`).includes(folded));
  const shown = isWhole || folded !== "" ? found.slice(0, 500) : found.slice(0, LONG);
  return (
    <>
      {facet.values.length > LONG && (
        <TextInput
          size="xs"
          className={classes.search}
          aria-label={`Search in ${facet.label}`}
          placeholder={`Search ${facet.values.length} values`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {shown.map((value) => (
        <FacetValueRow key={value.value} facetKey={facet.key} facetLabel={facet.label} value={value} most={most} />
      ))}
      {shown.length < found.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {found.length - shown.length} more
        </button>
      )}
      {found.length === 0 && <p className={classes.none}>No value has “{wanted}” in it.</p>}
    </>
  );
}

function CopyFacet({ facet }: { readonly facet: Facet }): ReactNode {
  const { settings } = useSettings();
  const { workspace } = useWorkspace();
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(facetText(facet, settings.facetOrder, workspace.view.reading)).then(
      () => setOutcome("Copied"),
      () => setOutcome("The browser did not let it be copied"),
    );
  return (
    <Tooltip label={outcome ?? "Copy as a table"} onTransitionEnd={() => setOutcome(null)}>
      <ActionIcon
        size="xs"
        variant="subtle"
        color="gray"
        className={classes.copy}
        aria-label={`Copy ${facet.label} as a table`}
        onClick={copy}
      >
        <IconCopy size={13} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
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
