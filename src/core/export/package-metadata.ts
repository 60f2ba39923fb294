import type { Dataset } from "../dataset/dataset.ts";
import type { MetadataEntry } from "./export-table.ts";

/** What every export says of the package behind it: source, version, content digest, disclaimer, wider dissemination, date. */
export function packageMetadata(dataset: Dataset, date: string): readonly MetadataEntry[] {
  const { info, digest, respondents } = dataset;
  const unknown = respondents.filter((respondent) => respondent.dissemination === "unknown").length;
  const dissemination =
    unknown === 0
      ? "all responses public"
      : `not stated by the source for ${unknown} of ${respondents.length} respondents`;
  return [
    { name: "Package", value: `${info.name}, version ${info.version}` },
    { name: "Content (SHA-256)", value: digest },
    {
      name: "Source",
      value:
        info.sources.map(({ title, path }) => (path === undefined ? title : `${title}, ${path}`)).join("; ") ||
        "not stated",
    },
    { name: "Disclaimer", value: info.query.disclaimer },
    { name: "Wider dissemination", value: dissemination },
    { name: "Exported", value: date },
  ];
}
