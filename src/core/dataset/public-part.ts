import type { Dataset } from "./dataset.ts";
import type { PackageInfo } from "./descriptor.ts";
import type { Respondent } from "./resources.ts";
import { contentDigest } from "./table-text.ts";

const publicParts = new WeakMap<Dataset, Dataset>();

/**
 * The dataset without the respondents who withheld wider dissemination (`network`), taken out before anything is counted,
 * so that no export can give them away in a number. The counts that the source prints go with them, as they count everyone,
 * and so do caveats and tensions that name one of them; texts in the package's own words are left as they are.
 * The same dataset where no one withheld.
 */
export function publicPart(dataset: Dataset): Dataset {
  const known = publicParts.get(dataset);
  if (known !== undefined) return known;
  const part = withoutWithheld(dataset);
  publicParts.set(dataset, part);
  return part;
}

/** The respondents who withheld wider dissemination: what they said is for the network only. */
export function withheldRespondents({ respondents }: Dataset): readonly Respondent[] {
  return respondents.filter(({ dissemination }) => dissemination === "network");
}

function withoutWithheld(dataset: Dataset): Dataset {
  const withheld = new Set(withheldRespondents(dataset).map(({ code }) => code));
  if (withheld.size === 0) return dataset;
  const isPublic = (row: { readonly respondent: string }): boolean => !withheld.has(row.respondent);
  const taken = new Set([
    ...withheld,
    ...dataset.questions.flatMap(({ id }) => [...withheld].map((code) => `${dataset.info.name}/${id}/${code}`)),
    ...dataset["stated-counts"].map(({ id }) => id),
  ]);
  const part: Dataset = {
    ...dataset,
    info: { ...dataset.info, query: publicHeader(dataset.info.query, withheld) },
    respondents: dataset.respondents.filter(({ code }) => !withheld.has(code)),
    responses: dataset.responses.filter(isPublic),
    observations: dataset.observations.filter(isPublic),
    examples: dataset.examples.filter(isPublic),
    "stated-counts": [],
    tensions: dataset.tensions.filter(({ when }) => !namedIn(when).some((code) => withheld.has(code))),
    caveats: dataset.caveats.filter(({ about }) => !taken.has(about)),
    changes: dataset.changes.filter(({ about }) => !isOfWithheld(about, withheld)),
  };
  return { ...part, digest: contentDigest(part) };
}

// The log quotes what it changed: what is of one who withheld goes, and the caveats, of which some may be.
function isOfWithheld(about: string, withheld: ReadonlySet<string>): boolean {
  return about.startsWith("caveat/") || about.split("/").some((part) => withheld.has(part));
}

// Who was asked and is no respondent would read as who did not answer.
function publicHeader(header: PackageInfo["query"], withheld: ReadonlySet<string>): PackageInfo["query"] {
  const { addressees, ...rest } = header;
  const known = addressees?.filter((code) => !withheld.has(code));
  return { ...rest, ...(known === undefined ? {} : { addressees: known }), respondentsAsPrinted: "" };
}

// The filter language stands above this layer; what a phrase in quotation marks holds too much costs a tension, never a leak.
function namedIn(filter: string): readonly string[] {
  return [...filter.matchAll(/respondent:([^\s"]+)/g)].flatMap(([, values = ""]) => values.split(/[,&]/));
}
