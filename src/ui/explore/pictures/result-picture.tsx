import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { ReportPictureKind } from "../../../api/kept-report.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { publicPart } from "../../../core/dataset/public-part.ts";
import { describeFilter } from "../../../core/query/describe-filter.ts";
import { evaluate, selectedRespondents } from "../../../core/query/evaluate.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { Picture, type PictureContent } from "../../shared/picture.tsx";
import { pictureSource } from "../../shared/picture-source.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { View } from "../../shared/workspace.ts";

/** What a picture is drawn of: a dataset and the states that the filter leaves of it, in the package's order. */
export interface PictureScope {
  readonly dataset: Dataset;
  readonly respondents: readonly string[];
}

interface ResultPictureProps {
  /** A picture of the current result; what can be chosen in it is given by the page alone, as a file has nothing to click. */
  readonly contentOf: (scope: PictureScope, isInteractive: boolean) => PictureContent;
  readonly picture: ReportPictureKind;
  readonly powers: readonly HostPower[];
  readonly widest?: number;
}

/** Shows a picture of the current result, and saves it drawn anew of the public part of the package. */
export function ResultPicture({ contentOf, picture, powers, widest = 1100 }: ResultPictureProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const shown = useMemo(() => contentOf(scopeOf(dataset, workspace.view), true), [contentOf, dataset, workspace.view]);
  return (
    <Picture
      shown={shown}
      picture={picture}
      outgoing={() => {
        const scope = scopeOf(publicPart(dataset), workspace.view);
        const { title, draw } = contentOf(scope, false);
        return { title, draw, captionLines: captionOf(scope, workspace.view), fileName: fileName(dataset, picture) };
      }}
      powers={powers}
      widest={widest}
    />
  );
}

/** The states that a view's filter leaves of a dataset. */
export function scopeOf(dataset: Dataset, { filter, reading }: Pick<View, "filter" | "reading">): PictureScope {
  const respondents = selectedRespondents(dataset, evaluate(dataset, filter, reading)).map(({ code }) => code);
  return { dataset, respondents };
}

function fileName({ info }: Dataset, picture: ReportPictureKind): string {
  const what =
    picture.kind === "map"
      ? `map-${picture.question}`
      : picture.kind === "combinations"
        ? picture.variable
        : picture.kind;
  return `${info.name}-${what}`;
}

/** What is said below a picture that leaves the workbench: the filter, n of N, package, source, disclaimer, day. */
export function captionOf(
  { dataset, respondents }: PictureScope,
  { filter, reading }: Pick<View, "filter" | "reading">,
): readonly string[] {
  const text = printFilter(filter);
  const filterInWords = `${describeFilter(dataset, filter, reading)}${text === "" ? "" : ` (${text})`}`;
  return [
    `${filterInWords}: ${respondents.length} of ${dataset.respondents.length} states.`,
    ...pictureSource(dataset),
  ];
}
