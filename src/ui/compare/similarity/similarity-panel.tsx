import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import type { SimilarityMatrix } from "../../../core/analysis/similarity.ts";
import { rankNeighbours, rankTypicality } from "../../../core/analysis/typicality.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { similarityText } from "../../../core/export/similarity-table.ts";
import { Noted } from "../../shared/notes-mark.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PairLists } from "./pair-lists.tsx";
import classes from "./similarity-part.module.css";
import type { Chosen } from "./similarity-part.tsx";
import { refsOfPair } from "./use-pair-notes.ts";

interface SimilarityPanelProps {
  readonly matrix: SimilarityMatrix;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What the heat map says of one state or of a pair; of all, who is typical, where none is chosen. */
export function SimilarityPanel({ matrix, chosen, onChoose }: SimilarityPanelProps): ReactNode {
  const { dataset } = useWorkspace();
  const [a, b] = chosen;
  const states = dataset.respondents
    .filter(({ code }) => matrix.respondents.includes(code))
    .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  const others = states.filter(({ value }) => value !== a);
  return (
    <aside className={classes.panel} aria-label="Neighbours and pairs">
      <div className={classes.selects}>
        <Select
          size="xs"
          aria-label="State"
          placeholder="A state"
          data={states}
          value={a ?? null}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "No state" }}
          onChange={(code) => onChoose(code === null ? [] : b === undefined || b === code ? [code] : [code, b])}
        />
        <Select
          size="xs"
          aria-label="And state"
          placeholder="and another"
          data={others}
          value={b ?? null}
          disabled={a === undefined}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "No second state" }}
          onChange={(code) => a !== undefined && onChoose(code === null ? [a] : [a, code])}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={classes.lists} tabIndex={0} aria-label="What the figures say">
        {a === undefined && <Typicality matrix={matrix} onChoose={onChoose} />}
        {a !== undefined && b === undefined && <Neighbours {...{ matrix, a, onChoose }} />}
        {a !== undefined && b !== undefined && <PairLists {...{ matrix, a, b }} />}
      </section>
    </aside>
  );
}

interface NeighboursProps {
  readonly matrix: SimilarityMatrix;
  readonly a: string;
  readonly onChoose: (chosen: Chosen) => void;
}

function Neighbours({ matrix, a, onChoose }: NeighboursProps): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const known = rankNeighbours(matrix, a);
  const withheld = known.filter(({ similarity }) => similarity === null).map(({ respondent }) => respondent);
  return (
    <>
      <h2>{index.respondent(a).name}: nearest to farthest</h2>
      <p className={classes.quiet}>In brackets the number of comparable answers and codes.</p>
      <ol className={classes.ranking}>
        {known.map((neighbour) => (
          <RankedLine key={neighbour.respondent} cites={refsOfPair(dataset.info.name, a, neighbour.respondent)}>
            <button type="button" className={classes.ranked} onClick={() => onChoose([a, neighbour.respondent])}>
              <b>{neighbour.respondent}</b> <span>{index.respondent(neighbour.respondent).name}</span>
              <span className={classes.figure}>{similarityText(neighbour)}</span>
            </button>
          </RankedLine>
        ))}
      </ol>
      {withheld.length > 0 && (
        <p className={classes.quiet}>
          Withheld, as fewer than {matrix.threshold} can be compared; that is not unlikeness: {withheld.join(", ")}.
        </p>
      )}
    </>
  );
}

function Typicality({ matrix, onChoose }: Omit<NeighboursProps, "a">): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const ranked = rankTypicality(matrix);
  const outliers = ranked.filter(({ isOutlier }) => isOutlier).map(({ respondent }) => respondent);
  return (
    <>
      <h2>Most typical to least</h2>
      <p className={classes.quiet}>
        By the mean of their known similarities, in brackets of how many pairs.{" "}
        {outliers.length === 0 ? "No outlier" : `Outliers: ${outliers.join(", ")}`} (under Tukey's lower fence).
      </p>
      <ol className={classes.ranking}>
        {ranked.map(({ respondent, mean, pairs, isOutlier }) => (
          <RankedLine key={respondent} cites={refsOfPair(dataset.info.name, respondent, respondent)}>
            <button type="button" className={classes.ranked} onClick={() => onChoose([respondent])}>
              <b>{respondent}</b>{" "}
              <span>
                {index.respondent(respondent).name}
                {isOutlier && ", outlier"}
              </span>
              <span className={classes.figure}>
                {mean === null ? "–" : mean.toFixed(2)} ({pairs})
              </span>
            </button>
          </RankedLine>
        ))}
      </ol>
    </>
  );
}

/** A state or pair of the list, with the questions about it. */
function RankedLine({ cites, children }: { readonly cites: string; readonly children: ReactNode }): ReactNode {
  return (
    <li data-cites={cites}>
      <Noted cites={cites}>{children}</Noted>
    </li>
  );
}
