import type { ReactNode } from "react";
import type { AnswerPart, AnswerShares } from "../core/analysis/answer-shares.ts";
import { MEANING_ORDER, MEANINGS } from "../core/dataset/meanings.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTarget } from "./chart-target.tsx";
import { fittedText, inWords } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { keyHeight, MeaningKey } from "./meaning-key.tsx";
import { MeaningSwatch, onMeaning } from "./meaning-swatch.tsx";

interface AnswerBarsProps {
  readonly shares: readonly AnswerShares[];
  readonly title: string;
  /** In pixels; the height follows from the number of questions. */
  readonly width: number;
  readonly theme: ChartTheme;
  readonly onChoose?: (shares: AnswerShares, part: AnswerPart) => void;
}

const ROW = 34;
const BAR = 22;
const SIZE = 12;
const NARROWEST_NUMBER = 16;

/** A stacked bar a question: how many respondents answered in which way, what is not known of them at the end. */
export function AnswerBars({ shares, title, width, theme, onChoose }: AnswerBarsProps): ReactNode {
  const used = MEANING_ORDER.filter((meaning) =>
    shares.some(({ parts }) => parts.some((part) => part.meaning === meaning && part.respondents.length > 0)),
  );
  const label = Math.min(220, width * 0.34);
  const barsHeight = shares.length * ROW;
  const height = barsHeight + 10 + keyHeight(used, width);
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      alternative={shares.map(sharesInWords).join(" ")}
      theme={theme}
      isInteractive={onChoose !== undefined}
    >
      {shares.map((own, row) => (
        <g key={own.question.id} transform={`translate(0 ${row * ROW})`}>
          <text x={0} y={BAR / 2 + 8} fontSize={SIZE}>
            <tspan fill={theme.quiet}>{own.question.id} </tspan>
            {fittedText(own.question.label, label - 40, SIZE)}
          </text>
          <g transform={`translate(${label} 4)`}>
            <Bar shares={own} width={width - label} theme={theme} onChoose={onChoose} isFirst={row === 0} />
          </g>
        </g>
      ))}
      <MeaningKey meanings={used} y={barsHeight + 8} width={width} theme={theme} />
    </ChartFrame>
  );
}

interface BarProps extends Pick<AnswerBarsProps, "width" | "theme"> {
  readonly shares: AnswerShares;
  readonly onChoose: AnswerBarsProps["onChoose"] | undefined;
  readonly isFirst: boolean;
}

function Bar({ shares, width, theme, onChoose, isFirst }: BarProps): ReactNode {
  const { parts, of, question } = shares;
  const present = parts.filter(({ respondents }) => respondents.length > 0);
  const widthOf = ({ respondents }: AnswerPart): number => (respondents.length / Math.max(of, 1)) * width;
  return present.map((part, i) => {
    const x = present.slice(0, i).reduce((sum, earlier) => sum + widthOf(earlier), 0);
    const own = widthOf(part);
    const { word } = MEANINGS[part.meaning];
    return (
      <ChartTarget
        key={part.meaning}
        label={`${question.id} ${word}: ${part.respondents.length} of ${of}, ${inWords(part.respondents)}`}
        onChoose={onChoose && (() => onChoose(shares, part))}
        isFirst={isFirst && i === 0}
      >
        <MeaningSwatch meaning={part.meaning} x={x} y={0} width={own - 1} height={BAR} theme={theme} />
        {own >= NARROWEST_NUMBER && (
          <text
            x={x + own / 2}
            y={BAR / 2 + 4}
            textAnchor="middle"
            fontSize={11}
            fontWeight={600}
            fill={onMeaning(part.meaning, theme)}
            stroke={MEANINGS[part.meaning].isSilent ? theme.surface : "none"}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {part.respondents.length}
          </text>
        )}
      </ChartTarget>
    );
  });
}

function sharesInWords({ question, parts, of }: AnswerShares): string {
  const told = parts
    .filter(({ respondents }) => respondents.length > 0)
    .map(({ meaning, respondents }) => `${MEANINGS[meaning].word} ${respondents.length}`);
  return `${question.id} ${question.label}: ${told.join(", ")}, of ${of}.`;
}
