import { countMeanings } from "../analysis/completeness.ts";
import { reconcile } from "../analysis/reconcile.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { isDerived } from "../dataset/derivations.ts";
import { MEANING_ORDER, MEANINGS } from "../dataset/meanings.ts";
import { withheldRespondents } from "../dataset/public-part.ts";
import { type Question, RESOURCES, type ResourceName, type Variable } from "../dataset/resources.ts";
import { presentTables } from "../dataset/table-text.ts";
import { countFacet } from "../query/facets.ts";
import { EMPTY_FILTER } from "../query/filter.ts";
import { markdownTable, markdownText } from "./markdown-text.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";

/** The README of a package, in Markdown, made from its content alone: what it is, where it comes from, how it is coded, tables, codebook with counts, caveats, terms. */
export function packageReadme({ audience, dataset }: Outgoing): string {
  const { info } = dataset;
  const parts: readonly (readonly [heading: string, text: string])[] = [
    [`# ${audienceTitle(markdownText(info.title), audience)}`, about(dataset)],
    ["## For the network only", audience === "network" ? networkOnly(dataset) : ""],
    ["## Source", source(dataset)],
    ["## Tables", tables(dataset)],
    ["## How answers are coded", coding(dataset)],
    ["## Codebook", codebook(dataset)],
    ["## Caveats", caveats(dataset)],
    ["## Terms", terms(dataset)],
    ["## Version and digest", versionAndDigest(dataset)],
  ];
  return parts
    .filter(([, text]) => text !== "")
    .map(([heading, text]) => `${heading}\n\n${text}\n`)
    .join("\n");
}

function about({ info, respondents, questions, responses }: Dataset): string {
  const { number, title } = info.query;
  const query = number === "" ? `“${markdownText(title)}”` : `no. ${markdownText(number)}, “${markdownText(title)}”`;
  const size = `${respondents.length} respondents, ${questions.length} questions, ${responses.length} responses.`;
  return paragraphs([
    `The answers to the ad-hoc query ${query}, coded answer by answer: ${size}`,
    ...info.description.split(/\n\s*\n/).map(markdownText),
  ]);
}

function networkOnly(dataset: Dataset): string {
  const withheld = withheldRespondents(dataset).map(({ code }) => code);
  const who =
    withheld.length === 0 ? "No respondent" : `${withheld.length} of ${dataset.respondents.length} respondents`;
  const named = withheld.length === 0 ? "" : ` (${withheld.join(", ")}): their responses are in the tables and counts`;
  return `${who} withheld wider dissemination${named}. Pass this package on within the network alone.`;
}

function source({ info }: Dataset): string {
  const { query, sources, copyOf } = info;
  const named = sources.map(({ title, version, path }) => [title, version, path].filter((part) => part !== undefined));
  const facts: readonly (readonly [string, string])[] = [
    ["Source", named.map((parts) => parts.join(", ")).join("; ")],
    ["Requested by", query.requesters.join(", ")],
    ["Launched", query.launched],
    ["Summarised", query.summarised],
    ["Occasion", query.occasion],
    ["Theme", query.theme],
    ["Respondents, as printed", query.respondentsAsPrinted],
    ["Follow-up of", query.followUpOf ?? ""],
    ["Asked", query.addressees?.join(" ") ?? ""],
    ["Edited copy of", copyOf === undefined ? "" : `${copyOf.name}, version ${copyOf.version}`],
  ];
  const stated = facts.filter(([, value]) => value !== "");
  return markdownTable(
    ["", ""],
    stated.map(([name, value]) => [name, markdownText(value)]),
  );
}

// What a row of each table is; a table that only some packages have says so by being there.
const ROWS: Readonly<Record<ResourceName, string>> = {
  respondents: "a state that answered, with membership, region and wider dissemination",
  questions: "a question, with its number and wording",
  variables: "what is coded of a question: its one answer, or a list of things named",
  codes: "a value of a variable, and what an answer of that value means",
  responses: "a state's answer to a question, how we know it, and where it stands",
  observations: "a thing named by or of a state",
  examples: "something told of a named state",
  findings: "something said of no named state",
  "stated-counts": "a count or quantity word that the source prints, to be held against the data",
  tensions: "answers of one state that pull against each other, and the question they raise",
  caveats: "an oddity of the source or of the coding, and how it was handled",
  derivations: "a code or answer that is enough for a code of a derived variable",
  changes: "a change made to this package, with what stood there before",
};

function tables(dataset: Dataset): string {
  const rows = presentTables(dataset).map((name) => [
    `\`${RESOURCES[name].file}\``,
    `${dataset[name].length}`,
    ROWS[name],
  ]);
  return paragraphs([
    "A [Data Package](https://datapackage.org), version 2: UTF-8, LF, comma, a header row. `datapackage.json` describes every column, key and reference; its property `query` holds the query's header.",
    markdownTable(["file", "rows", "a row is"], rows),
  ]);
}

function coding(dataset: Dataset): string {
  const totals = countMeanings(dataset);
  const rows = MEANING_ORDER.map((meaning) => [
    `${MEANINGS[meaning].sign} \`${meaning}\``,
    MEANINGS[meaning].explanation,
    MEANINGS[meaning].isComparable ? "yes" : "no",
    `${totals.reduce((sum, { counts }) => sum + counts[meaning], 0)} of ${dataset.responses.length}`,
  ]);
  return paragraphs([
    "Every state has exactly one response to every question: silence is coded, never left out. What an answer says is one of:",
    markdownTable(["meaning", "", "comparable", "responses"], rows),
    "Where an answer is comparable, a code that the state does not have counts as “no”; elsewhere it is missing. A code that the source gives to no state at all is unknown of every state, not “no”.",
    "`basis` says how we know: `listed` (the source lists the state), `listed-together` (several states share one statement, and which of them said which part is unknown), `described` (the source tells of this state), `inferred` (it follows from the rest). `locator` is the place in the source: section, paragraph (¶), bullet (•) or footnote (fn).",
  ]);
}

function codebook(dataset: Dataset): string {
  return paragraphs(indexOf(dataset).questions.flatMap((question) => questionPart(dataset, question)));
}

function questionPart(dataset: Dataset, question: Question): readonly string[] {
  const variables = indexOf(dataset).variablesOf(question.id);
  return [
    `### ${question.id} ${markdownText(question.label)}`,
    markdownText(question.wording),
    ...variables.flatMap((variable) => variablePart(dataset, variable)),
  ];
}

function variablePart(dataset: Dataset, { id, label, kind, definition }: Variable): readonly string[] {
  const index = indexOf(dataset);
  const rows = countFacet(dataset, EMPTY_FILTER, "states", id).values.map(({ value, counts }) => {
    const code = index.code(id, value);
    const states = counts === null ? "no state given" : `${counts.respondents} of ${dataset.respondents.length}`;
    const meaning = kind === "answer" ? [`${MEANINGS[code.meaning].sign} ${code.meaning}`] : [];
    return [`\`${value}\``, markdownText(code.label), ...meaning, states, markdownText(code.definition)];
  });
  const header = ["code", "label", ...(kind === "answer" ? ["meaning"] : []), "states", "given when"];
  const derived = isDerived(dataset, id) ? ", derived by the rules in `derivations.csv`" : "";
  const many = kind === "answer" ? "one code a state" : `any number of codes a state${derived}`;
  return [`**\`${id}\`** ${markdownText(label)}: ${markdownText(definition)} (${many})`, markdownTable(header, rows)];
}

function caveats(dataset: Dataset): string {
  const differing = reconcile(dataset).filter(({ agrees }) => !agrees).length;
  const counts = dataset["stated-counts"].length;
  const reconciled =
    counts === 0 ? "" : `${counts - differing} of the ${counts} counts that the source prints agree with the data.`;
  const lines = dataset.caveats.map(({ about: subject, what, handling, locator }) => {
    return `- \`${subject}\`: ${markdownText(what)} ${markdownText(handling)} (${markdownText(locator)})`;
  });
  return paragraphs([reconciled, lines.join("\n")]);
}

function terms({ info, respondents }: Dataset): string {
  const licences = info.licenses.map(({ title, name, path }) => {
    return [title ?? name ?? "", path].filter((part) => part !== undefined && part !== "").join(", ");
  });
  const unknown = respondents.filter(({ dissemination }) => dissemination === "unknown").length;
  return paragraphs([
    licences.length === 0 ? "No licence is stated." : `Licence: ${markdownText(licences.join("; "))}.`,
    `Disclaimer of the query: ${markdownText(info.query.disclaimer)}.`,
    unknown === 0
      ? ""
      : `Wider dissemination is not stated by the source for ${unknown} of ${respondents.length} respondents.`,
  ]);
}

function versionAndDigest({ info, digest }: Dataset): string {
  return paragraphs([
    `Package \`${info.name}\`, version ${markdownText(info.version)}. Content (SHA-256): \`${digest}\``,
    "The digest is over the tables in the order above, joined by a line feed: for each the name of its file, a line feed, and its text as it stands here. `datapackage.json` and this file are not part of it.",
  ]);
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
