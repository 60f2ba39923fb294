import type { Dataset } from "../dataset/dataset.ts";
import { Bitmap, lowestBit } from "./bitmap.ts";
import { type Codes, makeCodes } from "./codes.ts";

/** Which response is whose: the positions of responses and respondents in the dataset's tables, turned both ways. */
export interface ResponseRows {
  readonly responseCount: number;
  readonly respondentCount: number;
  /** For each response the position of its respondent. */
  readonly owners: Codes;
  /** The position of the response to a question by the respondent at a position; null where there is none. */
  rowOf(question: string, respondent: number): number | null;
  /** The respondents of whom at least one of these responses is. */
  respondentsOf(responses: Bitmap): Bitmap;
  /** The responses of these respondents. */
  responsesOf(respondents: Bitmap): Bitmap;
}

/** The rows of a dataset. */
export function responseRowsOf(dataset: Dataset): ResponseRows {
  const [responseCount, respondentCount] = [dataset.responses.length, dataset.respondents.length];
  const questionAt = new Map(dataset.questions.map(({ id }, i) => [id, i]));
  const respondentAt = new Map(dataset.respondents.map(({ code }, i) => [code, i]));
  const owners = makeCodes(responseCount, respondentCount);
  // The position of each response plus one, by question and respondent; 0 where there is none.
  const places = new Uint32Array(dataset.questions.length * respondentCount);
  for (const [row, { question, respondent }] of dataset.responses.entries()) {
    const owner = respondentAt.get(respondent) ?? 0;
    owners[row] = owner;
    places[(questionAt.get(question) ?? 0) * respondentCount + owner] = row + 1;
  }
  const rowOf = (question: string, respondent: number): number | null => {
    const at = questionAt.get(question);
    const place = at === undefined ? 0 : (places[at * respondentCount + respondent] ?? 0);
    return place === 0 ? null : place - 1;
  };
  return {
    responseCount,
    respondentCount,
    owners,
    rowOf,
    respondentsOf: (responses) => ownersAt(owners, respondentCount, responses),
    responsesOf: (respondents) => rowsOfOwners(owners, respondents),
  };
}

function ownersAt(owners: Codes, respondentCount: number, { words }: Bitmap): Bitmap {
  const found = Bitmap.none(respondentCount);
  for (let i = 0; i < words.length; i++) {
    for (let rest = words[i] ?? 0; rest !== 0; rest &= rest - 1) found.add(owners[(i << 5) + lowestBit(rest)] ?? 0);
  }
  return found;
}

function rowsOfOwners(owners: Codes, respondents: Bitmap): Bitmap {
  if (respondents.count === respondents.size) return Bitmap.all(owners.length);
  const found = Bitmap.none(owners.length);
  for (let row = 0; row < owners.length; row++) if (respondents.has(owners[row] ?? 0)) found.add(row);
  return found;
}
