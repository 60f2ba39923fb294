import type { Dataset } from "./dataset.ts";
import { indexOf } from "./dataset-index.ts";
import { isDerived } from "./derivations.ts";
import { sha256 } from "./sha256.ts";

/** What a note, a link or an export can cite, by one grammar: `emn-ahq-1055/response/3.4/BE`. Nothing refers by position. */
export type Ref =
  | { readonly kind: "package"; readonly packageId: string }
  | { readonly kind: "response"; readonly packageId: string; readonly question: string; readonly respondent: string }
  | { readonly kind: "code"; readonly packageId: string; readonly variable: string; readonly code: string }
  /** The states that pass a filter, given in its textual form. */
  | { readonly kind: "filter"; readonly packageId: string; readonly filter: string }
  | { readonly kind: SingleKind; readonly packageId: string; readonly id: string };

/** How long the textual form of a Ref can be where it is kept. */
export const LONGEST_REF = 300;

const SINGLE_KINDS = [
  "question",
  "respondent",
  "variable",
  "finding",
  "example",
  "stated-count",
  "tension",
  "caveat",
] as const;
type SingleKind = (typeof SINGLE_KINDS)[number];

const PART = /^[A-Za-z0-9.-]+$/;
const FILTER = /^([A-Za-z0-9.-]+)\/filter\/(.+)$/s;

/** The textual form of a Ref. */
export function printRef(ref: Ref): string {
  switch (ref.kind) {
    case "package":
      return ref.packageId;
    case "response":
      return `${ref.packageId}/response/${ref.question}/${ref.respondent}`;
    case "code":
      return `${ref.packageId}/code/${ref.variable}/${ref.code}`;
    case "filter":
      return `${ref.packageId}/filter/${escaped(ref.filter)}`;
    default:
      return `${ref.packageId}/${ref.kind}/${ref.id}`;
  }
}

/** Reads the textual form; null where the text is no Ref. The inverse of `printRef`. */
export function parseRef(text: string): Ref | null {
  const [, ofFilter, filter] = FILTER.exec(text) ?? [];
  if (ofFilter !== undefined && filter !== undefined)
    return isEscaped(filter) ? { kind: "filter", packageId: ofFilter, filter: unescaped(filter) } : null;
  const parts = text.split("/");
  if (!parts.every((part) => PART.test(part))) return null;
  const [packageId = "", kind = "", first = "", second = ""] = parts;
  if (parts.length === 1) return { kind: "package", packageId };
  if (parts.length === 4 && kind === "response") return { kind, packageId, question: first, respondent: second };
  if (parts.length === 4 && kind === "code") return { kind, packageId, variable: first, code: second };
  const single = SINGLE_KINDS.find((known) => known === kind);
  return parts.length === 3 && single !== undefined ? { kind: single, packageId, id: first } : null;
}

// A Ref has no space in it, so that several can stand in one attribute.
function escaped(filter: string): string {
  return filter.replaceAll("%", "%25").replaceAll(" ", "%20");
}

function unescaped(text: string): string {
  return text.replaceAll("%20", " ").replaceAll("%25", "%");
}

function isEscaped(text: string): boolean {
  return escaped(unescaped(text)) === text;
}

/** The Ref of a response, printed. */
export function responseRef(dataset: Dataset, question: string, respondent: string): string {
  return printRef({ kind: "response", packageId: dataset.info.name, question, respondent });
}

/**
 * The digest of what a Ref cites (first 16 hexadecimal digits of the SHA-256 of its content), or null where it cites nothing of this dataset.
 * A response's digest covers its coded observations and examples: a citation is stale when any of them changed.
 * What passes a filter is not known here.
 */
export function digestOf(dataset: Dataset, ref: Ref): string | null {
  if (ref.packageId !== dataset.info.name) return null;
  const cited = citedContent(dataset, ref);
  return cited.length === 0 ? null : sha256(JSON.stringify(cited)).slice(0, 16);
}

function citedContent(dataset: Dataset, ref: Ref): readonly unknown[] {
  switch (ref.kind) {
    case "package":
      return [dataset.digest];
    case "response":
      return responseContent(dataset, ref.question, ref.respondent);
    case "code":
      return dataset.codes.filter((code) => code.variable === ref.variable && code.code === ref.code);
    case "filter":
      return [];
    case "respondent":
      return dataset.respondents.filter((respondent) => respondent.code === ref.id);
    default:
      return dataset[`${ref.kind}s`].filter((row) => row.id === ref.id);
  }
}

// By key, so that the same content in another order of lines has the same digest.
function responseContent(dataset: Dataset, question: string, respondent: string): readonly unknown[] {
  const index = indexOf(dataset);
  if (!index.hasResponse(question, respondent)) return [];
  const observations = index
    .variablesOf(question)
    // What follows from the rest by a rule tells nothing new of the response.
    .filter(({ id }) => !isDerived(dataset, id))
    .flatMap(({ id }) => index.observations(id, respondent))
    .map((row) => [`${row.variable}/${row.code}`, row] as const);
  const examples = index.examples(question, respondent).map((row) => [row.id, row] as const);
  return [[index.response(question, respondent)], inKeyOrder(observations), inKeyOrder(examples)];
}

function inKeyOrder<Row>(rows: readonly (readonly [string, Row])[]): readonly Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
