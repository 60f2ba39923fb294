import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Code } from "../dataset/resources.ts";
import type { Addressee, DraftCode, DraftQuestion, QueryDraft } from "../notebook/query-draft.ts";
import { findCountry } from "./respondent-names.ts";
import type { ReturnedAnswer, ReturnedAnswers } from "./returned-answers.ts";

/** The draft of a query with the questions and codes of a package, addressed to whom the package was; codes that no state was given stay codes. */
export function draftOfPackage(dataset: Dataset): QueryDraft {
  const { info } = dataset;
  const { number, requesters, theme, launched, occasion, followUpOf } = info.query;
  return {
    format: "ahq-query-draft",
    formatVersion: 1,
    id: info.name,
    number,
    title: info.query.title,
    requesters,
    theme,
    background: occasion,
    launched,
    deadline: "",
    followUpOf,
    addressees: addresseesOf(dataset),
    dissemination: "",
    questions: indexOf(dataset).questions.map((question) => questionOf(dataset, question.id)),
  };
}

/** The draft of a new query that asks what a package asked, of those to whom it was sent, as its follow-up. */
export function followUpDraft(dataset: Dataset): QueryDraft {
  const { name } = dataset.info;
  const draft = draftOfPackage(dataset);
  // What was so of a country then need not be so now.
  const addressees = draft.addressees.map(({ code, facts }) => {
    return { code, facts: findCountry(code)?.code === code ? null : facts };
  });
  const fresh = { id: `${name}-follow-up`, number: "", launched: "", background: "", followUpOf: name };
  return { ...draft, ...fresh, addressees };
}

/** What a respondent of a package says, as its response workbook would. */
export function returnedOf(dataset: Dataset, respondent: string): ReturnedAnswers {
  const index = indexOf(dataset);
  const { dissemination } = index.respondent(respondent);
  const answers = index.questions.map(({ id }) => [id, answerOf(dataset, id, respondent)] as const);
  return { respondent, dissemination, answers: new Map(answers) };
}

function addresseesOf({ respondents, info }: Dataset): readonly Addressee[] {
  const here = new Set(respondents.map(({ code }) => code));
  const silent = (info.query.addressees ?? []).filter((code) => !here.has(code) && findCountry(code) !== null);
  return [
    ...respondents.map(({ code, iso2, iso3, name, membership, region, joined_eu }) => {
      return { code, facts: { iso2, iso3, name, membership, region, joined_eu } };
    }),
    ...silent.map((code) => ({ code, facts: null })),
  ];
}

function questionOf(dataset: Dataset, question: string): DraftQuestion {
  const index = indexOf(dataset);
  const { id, parent, label, wording, theme } = index.question(question);
  const answer = index.answerVariable(question);
  return {
    id,
    parent,
    label,
    wording,
    explanation: "",
    theme,
    variable: { id: answer.id, label: answer.label, definition: answer.definition },
    answers: index.codesOf(answer.id).map(draftCode),
    variables: index
      .variablesOf(question)
      .filter(({ kind }) => kind === "multiple")
      .map((further) => ({
        id: further.id,
        label: further.label,
        definition: further.definition,
        codes: index.codesOf(further.id).map(draftCode),
      })),
  };
}

function draftCode({ code, label, meaning, definition }: Code): DraftCode {
  return { code, label, meaning, definition };
}

function answerOf(dataset: Dataset, question: string, respondent: string): ReturnedAnswer {
  const index = indexOf(dataset);
  const { answer, summary } = index.response(question, respondent);
  const codes = index
    .variablesOf(question)
    .filter(({ kind }) => kind === "multiple")
    .map(({ id }) => [id, index.observations(id, respondent).map(({ code }) => code)] as const);
  return { answer, codes: new Map(codes), summary };
}
