import type { Dataset } from "../../core/dataset/dataset.ts";
import { today } from "./today.ts";

/** What stands below every picture that leaves the workbench, after the line that says what it is of: package, source, disclaimer, day. */
export function pictureSource({ info, digest }: Dataset): readonly string[] {
  return [
    `${info.name}, version ${info.version}, content ${digest.slice(0, 12)}. Source: ${info.sources.map(({ title }) => title).join("; ")}.`,
    `Disclaimer: ${info.query.disclaimer}.`,
    `Exported ${today()}.`,
  ];
}
