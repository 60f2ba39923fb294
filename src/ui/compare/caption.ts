import type { Dataset } from "../../core/dataset/dataset.ts";
import { pictureSource } from "../shared/picture-source.ts";

/** What stands below a picture of an analysis that leaves the workbench: of which states, of which package, from which source, when. */
export function captionOf(dataset: Dataset, respondents: readonly string[]): readonly string[] {
  const states = `${respondents.length} of ${dataset.respondents.length} states: ${respondents.join(", ")}.`;
  return [states, ...pictureSource(dataset)];
}
