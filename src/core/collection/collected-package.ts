import { checkPackage } from "../analysis/check-package.ts";
import type { Fault } from "../dataset/fault.ts";
import type { RawPackage } from "../dataset/raw-package.ts";
import { type MadeRow, rawTables } from "../dataset/raw-tables.ts";
import type { ResourceName } from "../dataset/resources.ts";
import type { Validated } from "../dataset/validate-package.ts";
import type { DraftCode, DraftQuestion, QueryDraft } from "../notebook/query-draft.ts";
import { NO_ANSWER } from "./answer-words.ts";
import type { PlacedAnswers } from "./collect-answers.ts";
import { addresseeCode, respondentRow } from "./draft-respondents.ts";

const BASIS = "described";

/** The package of answers that came back, which has passed every rule, or every fault of it. */
export function collectedPackage(draft: QueryDraft, answers: readonly PlacedAnswers[], day: string): Validated {
  if (answers.length === 0) return { faults: [noneFault()] };
  const strangers = answers.filter(
    ({ returned }) => respondentRow(draft, returned.respondent, "unknown", day) === null,
  );
  if (strangers.length > 0) return { faults: strangers.map(strangerFault) };
  return checkPackage(rawPackage(draft, answers, day));
}

function rawPackage(draft: QueryDraft, answers: readonly PlacedAnswers[], day: string): RawPackage {
  const questions = draft.questions.map((question) => withSilence(question, answers));
  const rows: Readonly<Partial<Record<ResourceName, readonly MadeRow[]>>> = {
    respondents: answers.flatMap(
      ({ returned }) => respondentRow(draft, returned.respondent, returned.dissemination, day) ?? [],
    ),
    questions: questions.map(({ id, parent, label, wording, theme }, i) => ({
      id,
      order: i + 1,
      parent,
      label,
      wording,
      theme,
    })),
    variables: questions.flatMap(({ id: question, variable, variables }) => [
      { ...variable, question, kind: "answer" },
      ...variables.map(({ id, label, definition }) => ({ id, question, label, kind: "multiple", definition })),
    ]),
    codes: questions.flatMap(({ variable, answers: codes, variables }) => [
      ...codeRows(variable.id, codes),
      ...variables.flatMap((further) => codeRows(further.id, further.codes)),
    ]),
    responses: questions.flatMap((question) => answers.map((one) => responseRow(question, one))),
    observations: questions.flatMap((question) => observationRows(question, answers)),
    caveats: caveatRows(draft, answers),
  };
  return { descriptor: descriptorOf(draft, day), tables: rawTables(rows) };
}

function descriptorOf(draft: QueryDraft, day: string): object {
  const { id, title, number, requesters, theme, launched, background, followUpOf, addressees } = draft;
  const query = {
    number,
    title,
    requesters,
    theme,
    launched,
    summarised: day,
    occasion: background,
    followUpOf,
    ...(addressees.length === 0 ? {} : { addressees: addressees.map(addresseeCode) }),
  };
  const sources = [{ title: `Response workbooks, collected on ${day}` }];
  return { name: id, title, version: "1.0.0", created: `${day}T00:00:00Z`, sources, query };
}

// Silence is coded: what was left blank has the code that says so, which is added where the draft has none and it is needed.
function withSilence(question: DraftQuestion, answers: readonly PlacedAnswers[]): DraftQuestion {
  const isNeeded = answers.some((one) => answerOf(question, one).answer === null);
  if (!isNeeded || question.answers.some(isSilent)) return question;
  const taken = new Set(question.answers.map(({ code }) => code));
  const numbers = question.answers.map((_, i) => `${NO_ANSWER.code}-${i + 2}`);
  const code = [NO_ANSWER.code, ...numbers].find((one) => !taken.has(one)) ?? NO_ANSWER.code;
  const definition = "The state returned its workbook and chose no answer to this question.";
  return { ...question, answers: [...question.answers, { ...NO_ANSWER, code, definition }] };
}

function isSilent({ meaning }: DraftCode): boolean {
  return meaning === "not-mentioned";
}

function codeRows(variable: string, codes: readonly DraftCode[]): readonly MadeRow[] {
  return codes.map(({ code, label, meaning, definition }, i) => ({
    variable,
    code,
    label,
    meaning,
    order: i + 1,
    definition,
  }));
}

function responseRow(question: DraftQuestion, one: PlacedAnswers): MadeRow {
  const { respondent } = one.returned;
  const { answer, summary } = answerOf(question, one);
  const code = answer ?? question.answers.find(isSilent)?.code ?? null;
  return {
    question: question.id,
    respondent,
    answer: code,
    summary,
    basis: BASIS,
    locator: locatorOf(question, respondent),
  };
}

function observationRows(question: DraftQuestion, answers: readonly PlacedAnswers[]): readonly MadeRow[] {
  return question.variables.flatMap(({ id: variable }) =>
    answers.flatMap((one) => {
      const { respondent } = one.returned;
      const codes = answerOf(question, one).codes.get(variable) ?? [];
      return codes.map((code) => ({
        variable,
        respondent,
        code,
        basis: BASIS,
        locator: locatorOf(question, respondent),
      }));
    }),
  );
}

function caveatRows(draft: QueryDraft, answers: readonly PlacedAnswers[]): readonly MadeRow[] {
  const unclear = draft.questions.flatMap((question) =>
    answers
      .filter((one) => isUnclear(question, one))
      .map(({ returned: { respondent } }) => ({
        id: `no-answer-chosen-${question.id}-${respondent.toLowerCase()}`,
        about: `${draft.id}/${question.id}/${respondent}`,
        what: "The state chose no answer, but marked something or said something in its own words.",
        handling: "Coded as no answer; what it marked and said is kept.",
        locator: locatorOf(question, respondent),
      })),
  );
  const replies = {
    id: "answers-are-replies",
    about: draft.id,
    what: "The answers are those that the states chose themselves, and the summaries are their own words.",
    handling: "Taken over as they came; nobody coded them again.",
    locator: "response workbooks",
  };
  return [replies, ...unclear];
}

function isUnclear(question: DraftQuestion, one: PlacedAnswers): boolean {
  const { answer, codes, summary } = answerOf(question, one);
  return answer === null && (summary !== "" || [...codes.values()].some((list) => list.length > 0));
}

function answerOf({ id }: DraftQuestion, { returned }: PlacedAnswers) {
  const answer = returned.answers.get(id);
  if (answer === undefined) throw new Error(`the answers of ${returned.respondent} have no question ${id}`);
  return answer;
}

function locatorOf({ id }: DraftQuestion, respondent: string): string {
  return `reply of ${respondent}, ${id}`;
}

function noneFault(): Fault {
  return {
    file: "",
    row: null,
    column: "",
    found: "",
    expected: "at least one workbook in which something is filled in",
  };
}

function strangerFault({ returned, place }: PlacedAnswers): Fault {
  const expected = "a known state, or an addressee of whom the draft states the facts";
  return { ...place, column: "", found: returned.respondent, expected };
}
