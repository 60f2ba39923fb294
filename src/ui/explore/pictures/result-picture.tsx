import { type ReactElement, type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { ChartTheme } from "../../../charts/chart-theme.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { publicPart } from "../../../core/dataset/public-part.ts";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { evaluate, selectedRespondents } from "../../../core/query/evaluate.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { Picture, type PictureContent } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { View } from "../../shared/workspace.ts";

/** What a picture is drawn of: a dataset and the states that the filter leaves of it, in the package's order. */
export interface PictureScope {
  readonly dataset: Dataset;
  readonly respondents: readonly string[];
}

/** A picture of the current result; what can be chosen in it is given by the page alone, as a file has nothing to click. */
export interface ResultContent extends Omit<PictureContent, "draw"> {
  readonly draw: (theme: ChartTheme, width: number, isInteractive: boolean) => ReactElement;
}

interface ResultPictureProps {
  readonly contentOf: (scope: PictureScope) => ResultContent;
  /** What the file's name says beside the package. */
  readonly fileName: string;
  readonly powers: readonly HostPower[];
  readonly widest?: number;
}

/** Shows a picture of the current result, and saves it drawn anew of the public part of the package. */
export function ResultPicture({ contentOf, fileName, powers, widest = 1100 }: ResultPictureProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const shown = useMemo(() => contentOf(scopeOf(dataset, workspace.view)), [contentOf, dataset, workspace.view]);
  return (
    <Picture
      shown={{ ...shown, draw: (theme, width) => shown.draw(theme, width, true) }}
      outgoing={() => {
        const scope = scopeOf(publicPart(dataset), workspace.view);
        const { title, draw } = contentOf(scope);
        return {
          title,
          draw: (theme, width) => draw(theme, width, false),
          captionLines: captionOf(scope, workspace.view),
          fileName: `${dataset.info.name}-${fileName}`,
        };
      }}
      powers={powers}
      widest={widest}
    />
  );
}

function scopeOf(dataset: Dataset, { filter, reading }: View): PictureScope {
  const respondents = selectedRespondents(dataset, evaluate(dataset, filter, reading)).map(({ code }) => code);
  return { dataset, respondents };
}

function captionOf({ dataset, respondents }: PictureScope, { filter, reading }: View): readonly string[] {
  const { info, digest } = dataset;
  const text = printFilter(filter);
  const filterInWords = `${describeFilter(dataset, filter, reading)}${text === "" ? "" : ` (${text})`}`;
  return [
    `${filterInWords}: ${respondents.length} of ${dataset.respondents.length} states.`,
    `${info.name}, version ${info.version}, content ${digest.slice(0, 12)}. Source: ${info.sources.map(({ title }) => title).join("; ")}.`,
    `Disclaimer: ${info.query.disclaimer}.`,
    `Exported ${new Date().toISOString().slice(0, 10)}.`,
  ];
}
