import type { ReactNode } from "react";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../core/dataset/meanings.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTarget } from "./chart-target.tsx";
import { fittedText } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { keyHeight, MeaningKey } from "./meaning-key.tsx";
import { MeaningSwatch, onMeaning } from "./meaning-swatch.tsx";

/** A state with its answer to each question of the picture, in their order. */
export interface MatrixRow {
  readonly code: string;
  readonly name: string;
  readonly answers: readonly { readonly meaning: Meaning; readonly label: string }[];
}

interface AnswerMatrixProps {
  readonly questions: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly MatrixRow[];
  readonly title: string;
  /** In pixels; the height follows from the number of states. */
  readonly width: number;
  readonly theme: ChartTheme;
  readonly onChoose?: (question: string, respondent: string) => void;
}

const ROW = 22;
const HEAD = 34;
const LEFT = 150;

/** States by questions: each answer by ground, sign and, where there is room, its word. */
export function AnswerMatrix({ questions, rows, title, width, theme, onChoose }: AnswerMatrixProps): ReactNode {
  const used = MEANING_ORDER.filter((meaning) =>
    rows.some(({ answers }) => answers.some((own) => own.meaning === meaning)),
  );
  const cell = (width - LEFT) / Math.max(questions.length, 1);
  const bottom = HEAD + rows.length * ROW;
  return (
    <ChartFrame
      width={width}
      height={bottom + 10 + keyHeight(used, width)}
      title={title}
      alternative={rows.map((row) => rowInWords(row, questions)).join(" ")}
      theme={theme}
      isInteractive={onChoose !== undefined}
    >
      {questions.map(({ id, label }, i) => (
        <g key={id} fontSize={11}>
          <text x={LEFT + i * cell + 2} y={12} fontWeight={600}>
            {id}
          </text>
          <text x={LEFT + i * cell + 2} y={26} fill={theme.quiet}>
            {fittedText(label, cell - 6, 11)}
          </text>
        </g>
      ))}
      {rows.map((row, y) => (
        <g key={row.code} transform={`translate(0 ${HEAD + y * ROW})`}>
          <text y={15}>
            <tspan fontWeight={600}>{row.code}</tspan>
            <tspan x={34} fill={theme.quiet}>
              {fittedText(row.name, LEFT - 40, 12)}
            </tspan>
          </text>
          {questions.map(({ id }, x) => (
            <MatrixCell
              key={id}
              {...{ row, theme, onChoose }}
              question={id}
              answer={row.answers[x]}
              x={LEFT + x * cell}
              width={cell - 2}
              isFirst={x === 0 && y === 0}
            />
          ))}
        </g>
      ))}
      <MeaningKey meanings={used} y={bottom + 8} width={width} theme={theme} />
    </ChartFrame>
  );
}

interface MatrixCellProps {
  readonly row: MatrixRow;
  readonly question: string;
  readonly answer: MatrixRow["answers"][number] | undefined;
  readonly x: number;
  readonly width: number;
  readonly theme: ChartTheme;
  readonly onChoose: AnswerMatrixProps["onChoose"] | undefined;
  readonly isFirst: boolean;
}

function MatrixCell({ row, question, answer, x, width, theme, onChoose, isFirst }: MatrixCellProps): ReactNode {
  if (answer === undefined) return null;
  const { meaning, label } = answer;
  const { sign, isSilent } = MEANINGS[meaning];
  const halo = isSilent ? { stroke: theme.surface, strokeWidth: 3, paintOrder: "stroke" } : {};
  return (
    <ChartTarget
      label={`${question} ${row.name}: ${label}`}
      onChoose={onChoose && (() => onChoose(question, row.code))}
      isFirst={isFirst}
    >
      <MeaningSwatch meaning={meaning} x={x} y={1} width={width} height={ROW - 3} theme={theme} />
      <text x={x + 4} y={15} fontSize={11} fill={onMeaning(meaning, theme)} {...halo}>
        {fittedText(`${sign} ${label}`, width - 8, 11)}
      </text>
    </ChartTarget>
  );
}

function rowInWords({ name, answers }: MatrixRow, questions: AnswerMatrixProps["questions"]): string {
  return `${name}: ${answers.map(({ label }, i) => `${questions[i]?.id} ${label}`).join(", ")}.`;
}
