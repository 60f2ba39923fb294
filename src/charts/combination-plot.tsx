import type { ReactNode } from "react";
import type { CodeCombination, CodeCombinations } from "../core/analysis/code-combinations.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTarget } from "./chart-target.tsx";
import { fittedText, inWords } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";

interface CombinationPlotProps {
  readonly data: CodeCombinations;
  readonly title: string;
  /** In pixels; combinations that do not fit are counted in words below. */
  readonly width: number;
  readonly theme: ChartTheme;
  readonly onChooseCode?: (code: string) => void;
  readonly onChooseCombination?: (combination: CodeCombination) => void;
}

const BARS = 120;
const ROW = 24;
const COLUMN = 34;
const SIZE = 12;
const SET_BARS = 70;

/** An UpSet plot (Lex et al. 2014): a column for each set of codes that occurs together, its bar the number of respondents that have exactly these. */
export function CombinationPlot(props: CombinationPlotProps): ReactNode {
  const { data, title, width, theme, onChooseCode, onChooseCombination } = props;
  const label = Math.min(200, width * 0.3);
  const left = label + SET_BARS + 12;
  const shown = data.combinations.slice(0, Math.max(1, Math.floor((width - left) / COLUMN)));
  const most = Math.max(1, ...data.combinations.map(({ respondents }) => respondents.length));
  const mostOfCode = Math.max(1, ...data.codes.map(({ respondents }) => respondents.length));
  const bottom = BARS + 14 + data.codes.length * ROW;
  return (
    <ChartFrame
      width={width}
      height={bottom + (shown.length < data.combinations.length ? 40 : 24)}
      title={title}
      alternative={combinationsInWords(data)}
      theme={theme}
      isInteractive={onChooseCombination !== undefined}
    >
      {data.codes.map(({ code, respondents }, row) => {
        const y = BARS + 14 + row * ROW;
        const length = (respondents.length / mostOfCode) * SET_BARS;
        return (
          <ChartTarget
            key={code.code}
            label={`${code.label}: ${respondents.length}, ${inWords(respondents)}`}
            onChoose={onChooseCode && (() => onChooseCode(code.code))}
          >
            {row % 2 === 0 && <rect x={0} y={y} width={width} height={ROW} fill={theme.line} opacity={0.18} />}
            <text x={0} y={y + 16} fontSize={SIZE}>
              {fittedText(code.label, label - 28, SIZE)}
            </text>
            <text x={label - 6} y={y + 16} fontSize={11} textAnchor="end" fill={theme.quiet}>
              {respondents.length}
            </text>
            <rect x={label + SET_BARS - length} y={y + 6} width={length} height={ROW - 12} fill={theme.quiet} />
          </ChartTarget>
        );
      })}
      {shown.map((combination, i) => (
        <CombinationColumn
          key={combination.codes.join("&")}
          {...{ data, combination, theme, most }}
          x={left + i * COLUMN + COLUMN / 2}
          onChoose={onChooseCombination}
          isFirst={i === 0}
        />
      ))}
      <line x1={left} x2={width} y1={BARS} y2={BARS} stroke={theme.line} />
      <text y={bottom + 18} fontSize={11} fill={theme.quiet}>
        {fittedText(`None named: ${listed(data.none)}. Not known: ${listed(data.unknown)}.`, width, 11)}
      </text>
      {shown.length < data.combinations.length && (
        <text y={bottom + 34} fontSize={11} fill={theme.quiet}>
          {data.combinations.length - shown.length} more combinations stand in the table.
        </text>
      )}
    </ChartFrame>
  );
}

interface CombinationColumnProps {
  readonly data: CodeCombinations;
  readonly combination: CodeCombination;
  readonly most: number;
  readonly x: number;
  readonly theme: ChartTheme;
  readonly onChoose: CombinationPlotProps["onChooseCombination"] | undefined;
  readonly isFirst: boolean;
}

function CombinationColumn({
  data,
  combination,
  most,
  x,
  theme,
  onChoose,
  isFirst,
}: CombinationColumnProps): ReactNode {
  const { codes, respondents } = combination;
  const length = (respondents.length / most) * (BARS - 20);
  const rows = data.codes.flatMap(({ code }, row) => (codes.includes(code.code) ? [row] : []));
  const yOf = (row: number): number => BARS + 14 + row * ROW + ROW / 2;
  const labels = data.codes.filter(({ code }) => codes.includes(code.code)).map(({ code }) => code.label);
  return (
    <ChartTarget
      label={`Exactly ${inWords(labels)}: ${respondents.length}, ${inWords(respondents)}`}
      onChoose={onChoose && (() => onChoose(combination))}
      isFirst={isFirst}
    >
      <rect x={x - COLUMN / 2} y={0} width={COLUMN} height={yOf(data.codes.length - 1) + ROW / 2} fill="transparent" />
      <rect x={x - 9} y={BARS - length} width={18} height={length} fill={theme.accent} />
      <text x={x} y={BARS - length - 5} textAnchor="middle" fontSize={11} fontWeight={600}>
        {respondents.length}
      </text>
      {data.codes.map(({ code }, row) => (
        <circle
          key={code.code}
          cx={x}
          cy={yOf(row)}
          r={rows.includes(row) ? 6 : 3}
          fill={rows.includes(row) ? theme.accent : theme.line}
        />
      ))}
      <line x1={x} x2={x} y1={yOf(rows[0] ?? 0)} y2={yOf(rows.at(-1) ?? 0)} stroke={theme.accent} strokeWidth={2} />
    </ChartTarget>
  );
}

function listed(respondents: readonly string[]): string {
  return respondents.length === 0 ? "no state" : respondents.join(" ");
}

function combinationsInWords({ codes, combinations, none, unknown }: CodeCombinations): string {
  const labelOf = new Map(codes.map(({ code }) => [code.code, code.label]));
  const told = combinations.map(
    (combination) =>
      `${inWords(combination.codes.map((code) => labelOf.get(code) ?? code))}: ${inWords(combination.respondents)}.`,
  );
  return [...told, `None named: ${inWords(none)}.`, `Not known: ${inWords(unknown)}.`].join(" ");
}
