import { IconMinus } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../../core/dataset/meanings.ts";
import { refOfValue } from "../../core/notebook/cited-filter.ts";
import type { FacetValue } from "../../core/query/facets.ts";
import { isReservedKey, type Reading } from "../../core/query/filter.ts";
import { NotesMark } from "../shared/notes-mark.tsx";
import type { ValueState } from "./facet-choice.ts";
import classes from "./facet-value-row.module.css";

interface FacetValueRowProps {
  readonly dataset: Dataset;
  readonly facetKey: string;
  readonly facetLabel: string;
  readonly value: FacetValue;
  readonly reading: Reading;
  readonly state: ValueState;
  /** Whether notes cite it: of the hundreds of values only these have a mark to keep in step with the notebook. */
  readonly isNoted: boolean;
}

/** One value of a facet: a click includes it, the minus excludes it; its count is what choosing it would leave. Clicks are the panel's. */
export const FacetValueRow = memo(function FacetValueRow(props: FacetValueRowProps): ReactNode {
  const { dataset, facetKey, facetLabel, value, reading, state, isNoted } = props;
  // The count that a full bar stands for.
  const most = reading === "states" ? dataset.respondents.length : dataset.responses.length;
  const meaning = meaningOf(dataset, facetKey, value.value);
  const count = value.counts === null ? null : reading === "states" ? value.counts.respondents : value.counts.responses;
  const unit = reading === "states" ? `of ${dataset.respondents.length} states` : "responses";
  const cites = refOfValue(dataset, facetKey, value.value);
  const name = `${facetLabel}: ${value.label}`;
  return (
    <div
      className={classes.row}
      data-state={state}
      data-facet-key={facetKey}
      data-value={value.value}
      data-cites={cites}
    >
      <button
        type="button"
        className={classes.include}
        data-facet-value={value.value}
        aria-pressed={state === "included"}
        aria-label={`${name}, ${count === null ? "no state given" : `${count} ${unit}`}${state === "excluded" ? ", excluded" : ""}`}
        aria-keyshortcuts="-"
        disabled={count === null}
      >
        <span className={classes.box} aria-hidden>
          {state === "included" ? "✓" : state === "excluded" ? "−" : ""}
        </span>
        <span className={classes.label}>
          {meaning !== null && (
            <span className={classes.sign} style={{ color: `var(--meaning-${meaning})` }}>
              {MEANINGS[meaning].sign}
            </span>
          )}
          {value.label}
        </span>
      </button>
      {isNoted && (
        <span className={classes.notes}>
          <NotesMark cites={cites} name={name} />
        </span>
      )}
      {/* Beside the button, so that a mark stands between the two; a click on it is one on the button, whose name says it. */}
      {count === null ? (
        <span className={classes.none} aria-hidden>
          no state given
        </span>
      ) : (
        <span className={classes.count} data-facet-count data-zero={count === 0} aria-hidden>
          {count}
        </span>
      )}
      {count !== null && <span className={classes.bar} style={shareOf(count, most)} aria-hidden />}
      {count !== null && (
        <button
          type="button"
          className={classes.exclude}
          data-facet-exclude
          tabIndex={-1}
          aria-pressed={state === "excluded"}
          aria-label={`Exclude ${name}`}
          title="Exclude (-)"
        >
          <IconMinus size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}, isSame);

// A recount makes every value anew, though most of them count what they did.
function isSame(a: FacetValueRowProps, b: FacetValueRowProps): boolean {
  return (
    a.dataset === b.dataset &&
    a.facetKey === b.facetKey &&
    a.facetLabel === b.facetLabel &&
    a.reading === b.reading &&
    a.state === b.state &&
    a.isNoted === b.isNoted &&
    a.value.value === b.value.value &&
    a.value.label === b.value.label &&
    a.value.counts?.respondents === b.value.counts?.respondents &&
    a.value.counts?.responses === b.value.counts?.responses
  );
}

function shareOf(count: number, most: number): Readonly<Record<string, number>> {
  return { "--share": count / most };
}

function meaningOf(dataset: Dataset, key: string, value: string): Meaning | null {
  if (key === "meaning") return MEANING_ORDER.find((meaning) => meaning === value) ?? null;
  if (isReservedKey(key) || indexOf(dataset).variable(key).kind !== "answer") return null;
  return indexOf(dataset).code(key, value).meaning;
}
