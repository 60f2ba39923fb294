import type { Dataset } from "../dataset/dataset.ts";
import { publicPart } from "../dataset/public-part.ts";
import type { MetadataEntry } from "./export-table.ts";

/** What every export says of the package behind it: source, version, content digest, disclaimer, wider dissemination, date. Throws where withheld responses are still in the dataset. */
export function packageMetadata(dataset: Dataset, date: string): readonly MetadataEntry[] {
  if (publicPart(dataset) !== dataset) throw new Error("an export is made from the public part of a dataset");
  const { info, digest } = dataset;
  return [
    { name: "Package", value: `${info.name}, version ${info.version}` },
    { name: "Content (SHA-256)", value: digest },
    { name: "Source", value: sourceInWords(dataset) },
    { name: "Disclaimer", value: info.query.disclaimer },
    { name: "Wider dissemination", value: disseminationInWords(dataset) },
    { name: "Exported", value: date },
  ];
}

function sourceInWords({ info }: Dataset): string {
  const sources = info.sources.map(({ title, path }) => (path === undefined ? title : `${title}, ${path}`));
  return sources.length === 0 ? "not stated" : sources.join("; ");
}

function disseminationInWords({ respondents }: Dataset): string {
  const unknown = respondents.filter(({ dissemination }) => dissemination === "unknown").length;
  return unknown === 0
    ? "all responses public"
    : `not stated by the source for ${unknown} of ${respondents.length} respondents`;
}
