import type { Dataset } from "../../core/dataset/dataset.ts";
import { today } from "../shared/today.ts";

/** What stands below a picture of an analysis that leaves the workbench: of which states, of which package, from which source, when. */
export function captionOf(dataset: Dataset, respondents: readonly string[]): readonly string[] {
  const { info, digest } = dataset;
  return [
    `${respondents.length} of ${dataset.respondents.length} states: ${respondents.join(", ")}.`,
    `${info.name}, version ${info.version}, content ${digest.slice(0, 12)}. Source: ${info.sources.map(({ title }) => title).join("; ")}.`,
    `Disclaimer: ${info.query.disclaimer}.`,
    `Exported ${today()}.`,
  ];
}
