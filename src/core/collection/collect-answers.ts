import type { Dataset } from "../dataset/dataset.ts";
import type { Fault } from "../dataset/fault.ts";
import type { Grid } from "../dataset/grid.ts";
import type { QueryDraft } from "../notebook/query-draft.ts";
import { agreeOnDraft, type IdentifiedBook } from "./agree-on-draft.ts";
import { collectedPackage } from "./collected-package.ts";
import { addresseeCode } from "./draft-respondents.ts";
import { hasFields, locateFields } from "./locate-fields.ts";
import { listsOf } from "./read-choice.ts";
import { isBlank, readRecord } from "./read-record.ts";
import type { Remark } from "./remark.ts";
import type { ReturnedAnswers } from "./returned-answers.ts";
import { settleDuplicates } from "./settle-duplicates.ts";
import { identityReader } from "./template-identity.ts";
import { ownTexts, unreadTexts } from "./unread-texts.ts";

/** A file that was returned, as its reader gave it. */
export interface ResponseBook {
  readonly file: string;
  readonly grids: readonly Grid[];
}

export interface CollectOptions {
  /** The draft that the workbooks were made of, where it is at hand; their own otherwise. */
  readonly draft: QueryDraft | null;
  /** Day on which the answers are collected, as YYYY-MM-DD. */
  readonly day: string;
}

/** One respondent's answers, and where they were found. */
export interface PlacedAnswers {
  readonly returned: ReturnedAnswers;
  readonly place: Pick<Fault, "file" | "row">;
}

/** A package of what came back. */
export interface CollectedAnswers {
  readonly draft: QueryDraft;
  readonly dataset: Dataset;
  /** Who answered, and in which file, in the order of the package. */
  readonly answered: readonly PlacedAnswers[];
  /** Codes of those who were asked and of whom nothing came back. */
  readonly silent: readonly string[];
  /** What was passed over or settled, for a person to look at. */
  readonly remarks: readonly Remark[];
}

export type Collected =
  | { readonly collected: CollectedAnswers; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly collected?: never };

/** Whether a workbook is one that a template was made for, whatever became of it since. */
export function isFilledTemplate(grids: readonly Grid[]): boolean {
  return grids.some(hasFields) || identityReader()(grids).draft !== null;
}

/**
 * Makes one package of filled workbooks, one a respondent or several in a table. Everything that is certain is read; whatever is not is a fault
 * with its place, and then there is no package. Who was asked and did not answer is no respondent, but is kept in the package as an addressee.
 */
export function collectAnswers(books: readonly ResponseBook[], options: CollectOptions): Collected {
  const agreed = agreeOnDraft(books.map(identifier()), options.draft);
  if (agreed.draft === undefined) return { faults: agreed.faults };
  const { draft } = agreed;
  const own = ownTexts(draft);
  const readings = books.map((book) => readBook(draft, own, book));
  const faults = readings.flatMap((reading) => reading.faults);
  const placed = readings.flatMap((reading) => reading.answers);
  const settled = settleDuplicates(placed.filter(({ returned }) => !isBlank(returned)));
  const wrong = [...faults, ...settled.faults];
  if (wrong.length > 0) return { faults: wrong };
  const answered = inOrder(draft, settled.answers);
  const { dataset, faults: packageFaults } = collectedPackage(draft, answered, options.day);
  if (dataset === undefined) return { faults: packageFaults };
  const here = new Set(answered.map(({ returned }) => returned.respondent));
  const silent = draft.addressees.map(addresseeCode).filter((code) => !here.has(code));
  const remarks = [
    ...readings.flatMap((reading) => reading.remarks),
    ...placed.filter(({ returned, place }) => place.row === null && isBlank(returned)).map(blankRemark),
    ...settled.remarks,
  ];
  return { collected: { draft, dataset, answered, silent, remarks } };
}

function identifier(): (book: ResponseBook) => IdentifiedBook {
  const readIdentity = identityReader();
  return ({ file, grids }) => {
    const identity = readIdentity(grids);
    return { file, isTemplate: identity.draft !== null || grids.some(hasFields), identity };
  };
}

interface BookReading {
  readonly answers: readonly PlacedAnswers[];
  readonly remarks: readonly Remark[];
  readonly faults: readonly Fault[];
}

function readBook(draft: QueryDraft, own: ReadonlySet<string>, { file, grids }: ResponseBook): BookReading {
  const { records, faults } = locateFields(file, grids);
  const context = { draft, lists: listsOf(grids) };
  const readings = records.map((record) => ({ ...readRecord(context, record), place: record.place }));
  const missing = records.length > 0 || faults.length > 0 ? [] : [nothingFault(file)];
  return {
    answers: readings.flatMap(({ returned, place }) => (returned === undefined ? [] : [{ returned, place }])),
    remarks: unreadTexts(own, grids),
    faults: [...missing, ...faults, ...readings.flatMap((reading) => reading.faults ?? [])],
  };
}

function nothingFault(file: string): Fault {
  return { file, row: null, column: "", found: "", expected: "cells that are filled in" };
}

// A row of a table is there for every state that might answer; a workbook was sent back.
function blankRemark({ returned, place }: PlacedAnswers): Remark {
  return { ...place, column: "", found: returned.respondent, handling: "nothing is filled in: counted as no answer" };
}

// Addressees in the draft's order, then whoever answered without being asked.
function inOrder(draft: QueryDraft, answers: readonly PlacedAnswers[]): readonly PlacedAnswers[] {
  const asked = draft.addressees.map(addresseeCode);
  const rank = ({ returned }: PlacedAnswers): number =>
    (asked.indexOf(returned.respondent) + asked.length + 1) % (asked.length + 1);
  return [...answers].sort((a, b) => rank(a) - rank(b) || (a.returned.respondent < b.returned.respondent ? -1 : 1));
}
