import type { Respondent } from "../dataset/resources.ts";

/** What one respondent says in a response workbook, by codes. */
export interface ReturnedAnswers {
  readonly respondent: string;
  readonly dissemination: Respondent["dissemination"];
  /** By question; a question that is not there was left blank. */
  readonly answers: ReadonlyMap<string, ReturnedAnswer>;
}

export interface ReturnedAnswer {
  /** Null where no answer was chosen. */
  readonly answer: string | null;
  /** The codes that are marked, by variable. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly summary: string;
}
