import { TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo, type ReactNode, useState } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { refOfValue } from "../../core/notebook/cited-filter.ts";
import { orderFacetValues } from "../../core/query/facet-order.ts";
import type { Facet } from "../../core/query/facets.ts";
import { isReservedKey, type Reading, type ValuesTerm } from "../../core/query/filter.ts";
import { foldText } from "../../core/query/fold-text.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useSettings } from "../shared/use-settings.tsx";
import { usePackage, useWorkspace } from "../shared/use-workspace.tsx";
import { CopyFacet } from "./copy-facet.tsx";
import { clearKey, includedValues, matchOf, valueState, withMatch } from "./facet-choice.ts";
import classes from "./facet-group.module.css";
import { FacetValueRow } from "./facet-value-row.tsx";

interface FacetGroupProps {
  readonly facet: Facet;
  /** The terms of the filter that are of this facet. */
  readonly own: readonly ValuesTerm[];
  readonly reading: Reading;
  readonly isFolded: boolean;
  readonly onFold: (key: string) => void;
  readonly textOf: (key: string) => string;
}

/** How many values a facet lists before it needs a search of its own; more of them are shown on demand. */
const LONG = 12;

/** One facet: its values with counts, and how the chosen ones are joined. It is drawn anew only where its counts or its own terms change. */
export const FacetGroup = memo(function FacetGroup(props: FacetGroupProps): ReactNode {
  const { facet, own, reading, isFolded, onFold, textOf } = props;
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <button type="button" className={classes.toggle} aria-expanded={!isFolded} onClick={() => onFold(facet.key)}>
          <Chevron size={14} aria-hidden />
          {facet.label}
          {isFolded && own.length > 0 && <span className={classes.chosen}>filtered</span>}
        </button>
        {!isFolded && own.length > 0 && <GroupTools facet={facet} />}
        <CopyFacet facetKey={facet.key} label={facet.label} textOf={textOf} />
      </legend>
      {!isFolded && <FacetValues facet={facet} own={own} reading={reading} />}
    </fieldset>
  );
}, isSame);

function isSame(a: FacetGroupProps, b: FacetGroupProps): boolean {
  return (
    a.facet === b.facet &&
    a.reading === b.reading &&
    a.isFolded === b.isFolded &&
    a.onFold === b.onFold &&
    a.textOf === b.textOf &&
    a.own.length === b.own.length &&
    a.own.every((term, i) => term === b.own[i])
  );
}

function GroupTools({ facet }: { readonly facet: Facet }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter } = workspace.view;
  const isMultiple = !isReservedKey(facet.key) && indexOf(dataset).variable(facet.key).kind === "multiple";
  return (
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
  );
}

function FacetValues({ facet, own, reading }: Pick<FacetGroupProps, "facet" | "own" | "reading">): ReactNode {
  const { dataset } = usePackage();
  const { settings } = useSettings();
  const { citing } = useNotes();
  const [wanted, setWanted] = useState("");
  const [isWhole, setWhole] = useState(false);
  const folded = foldText(wanted.trim());
  const ordered = orderFacetValues(facet, settings.facetOrder, reading);
  const found =
    folded === "" ? ordered : ordered.filter(({ label, value }) => foldText(`${label} ${value}`).includes(folded));
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
        <FacetValueRow
          key={value.value}
          dataset={dataset}
          facetKey={facet.key}
          facetLabel={facet.label}
          value={value}
          reading={reading}
          state={valueState({ terms: own }, facet.key, value.value)}
          isNoted={citing(refOfValue(dataset, facet.key, value.value)).length > 0}
        />
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
