import type { Dataset } from "../core/dataset/dataset.ts";
import { withheldRespondents } from "../core/dataset/public-part.ts";
import { RESOURCES } from "../core/dataset/resources.ts";
import { presentTables, tableText } from "../core/dataset/table-text.ts";
import type { Audience } from "../core/export/outgoing.ts";
import { describePackage } from "../core/export/package-descriptor.ts";
import { packageReadme } from "../core/export/package-readme.ts";
import { DESCRIPTOR_FILE } from "./read-package.ts";

/** The files of a package as canonical text, by file name, the descriptor first. Reading them gives the same dataset with the same digest; the same dataset gives the same text. Its README is for the network only where a respondent withheld, unless it is said for whom it is. */
export function packageFiles(
  dataset: Dataset,
  audience: Audience = withheldRespondents(dataset).length > 0 ? "network" : "public",
): Readonly<Record<string, string>> {
  const present = presentTables(dataset);
  const tables = present.map((name) => [RESOURCES[name].file, tableText(name, dataset[name])] as const);
  return {
    [DESCRIPTOR_FILE]: `${JSON.stringify(describePackage(dataset.info, present), null, 2)}\n`,
    ...Object.fromEntries(tables),
    "README.md": packageReadme({ audience, dataset }),
  };
}
