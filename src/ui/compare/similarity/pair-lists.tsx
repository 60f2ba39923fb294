import { type ReactNode, useMemo } from "react";
import { comparePair, type PartedPoint } from "../../../core/analysis/compare-pair.ts";
import type { ComparedPoint, SimilarityMatrix } from "../../../core/analysis/similarity.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { NotesMark } from "../../shared/notes-mark.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./similarity-part.module.css";
import { similarityChoice } from "./similarity-source.ts";
import { refsOfPair } from "./use-pair-notes.ts";

interface PairListsProps {
  readonly matrix: SimilarityMatrix;
  readonly a: string;
  readonly b: string;
}

/** What two states share, where they part, and what says nothing about the two; each leads to the responses. */
export function PairLists({ matrix, a, b }: PairListsProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { analysis } = workspace.view;
  const pair = useMemo(() => comparePair(dataset, similarityChoice(analysis, []), a, b), [dataset, analysis, a, b]);
  const { similarity, compared } = matrix.between(a, b);
  const states = [a, b] as const;
  const cites = refsOfPair(dataset.info.name, a, b);
  return (
    <div data-cites={cites}>
      <h2>
        {a} and {b}: {similarity === null ? "withheld" : similarity.toFixed(2)} <NotesMark cites={cites} />
      </h2>
      <p className={classes.quiet}>
        {similarity === null
          ? `Only ${compared} can be compared, and ${matrix.threshold} are asked for; that is not unlikeness.`
          : `On ${compared} comparable answers and codes.`}
      </p>
      <PointList
        name="They part"
        points={pair.parted}
        states={states}
        sayOf={(point) => sayParted(dataset, point, states)}
      />
      <PointList
        name="They share"
        points={pair.shared}
        states={states}
        sayOf={(point) => sayShared(dataset, point, a)}
      />
      <PointList
        name="Nothing can be said of one or both"
        points={pair.unknown}
        states={states}
        sayOf={(point) => nameOf(dataset, point)}
      />
      <PointList
        name="Neither names, and it does not count"
        points={pair.absent}
        states={states}
        sayOf={(point) => nameOf(dataset, point)}
      />
    </div>
  );
}

interface PointListProps<Point extends ComparedPoint> {
  readonly name: string;
  readonly points: readonly Point[];
  readonly states: readonly [string, string];
  readonly sayOf: (point: Point) => string;
}

function PointList<Point extends ComparedPoint>({ name, points, states, sayOf }: PointListProps<Point>): ReactNode {
  const { dispatch } = useWorkspace();
  if (points.length === 0) return null;
  return (
    <section>
      <h3>
        {name} ({points.length})
      </h3>
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={`${point.variable.id}:${point.code}`}>
            <span>
              <span className={classes.quiet}>{point.variable.question}</span> {sayOf(point)}
            </span>
            {states.map((respondent) => (
              <button
                key={respondent}
                type="button"
                aria-label={`Response ${point.variable.question} ${respondent}`}
                onClick={() => dispatch({ kind: "detail", detail: { question: point.variable.question, respondent } })}
              >
                {respondent}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(dataset: Dataset, { variable, code }: ComparedPoint): string {
  return code === null ? variable.label : `${variable.label}: ${indexOf(dataset).code(variable.id, code).label}`;
}

function sayShared(dataset: Dataset, point: ComparedPoint, respondent: string): string {
  if (point.code !== null) return nameOf(dataset, point);
  const { answer } = indexOf(dataset).response(point.variable.question, respondent);
  return `${point.variable.label}: ${indexOf(dataset).code(point.variable.id, answer).label}`;
}

function sayParted(dataset: Dataset, point: PartedPoint, [a, b]: readonly [string, string]): string {
  if (point.answers === null) return `${nameOf(dataset, point)}, only ${point.namedBy}`;
  const [ofA, ofB] = point.answers.map((answer) => indexOf(dataset).code(point.variable.id, answer).label);
  return `${point.variable.label}: ${a} ${ofA}, ${b} ${ofB}`;
}
