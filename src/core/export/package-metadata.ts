import type { Dataset } from "../dataset/dataset.ts";
import { publicPart, withheldRespondents } from "../dataset/public-part.ts";
import type { MetadataEntry } from "./export-table.ts";
import { AUDIENCES, type Outgoing } from "./outgoing.ts";

/** What every export says of the package behind it: audience, source, version, content digest, disclaimer, wider dissemination, date. Throws where something public still holds what a state withheld. */
export function packageMetadata(outgoing: Outgoing, date: string): readonly MetadataEntry[] {
  const { audience, dataset } = outgoing;
  if (audience === "public" && publicPart(dataset) !== dataset)
    throw new Error("a public export is made from the public part of a dataset");
  const { info, digest } = dataset;
  return [
    // First, so that nobody passes on unread what is not theirs to pass on.
    ...(audience === "network" ? [{ name: "Audience", value: AUDIENCES.network }] : []),
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

function disseminationInWords(dataset: Dataset): string {
  const total = dataset.respondents.length;
  const withheld = withheldRespondents(dataset).map(({ code }) => code);
  const unknown = dataset.respondents.filter(({ dissemination }) => dissemination === "unknown").length;
  const parts = [
    withheld.length === 0 ? "" : `withheld by ${withheld.length} of ${total} respondents (${withheld.join(", ")})`,
    unknown === 0 ? "" : `not stated by the source for ${unknown} of ${total} respondents`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "all responses public" : parts.join("; ");
}
