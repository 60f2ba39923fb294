import type { Fault } from "../dataset/fault.ts";
import { isPrintedDay } from "../dataset/printed-day.ts";
import type { Respondent } from "../dataset/resources.ts";
import type { Addressee, QueryDraft } from "../notebook/query-draft.ts";
import { COUNTRIES } from "./countries.ts";
import { findCountry, respondentFrom } from "./respondent-names.ts";

/** A respondent whom a workbook can name. */
export interface NamedRespondent {
  readonly code: string;
  readonly name: string;
}

/** The code by which a package names an addressee: Greece is EL, also where the draft says GR. */
export function addresseeCode({ code, facts }: Addressee): string {
  return facts === null ? (findCountry(code)?.code ?? code) : code;
}

/** Whom a draft's workbooks can name: its addressees, or every known country where it has none. */
export function namedRespondents({ addressees }: QueryDraft): readonly NamedRespondent[] {
  if (addressees.length === 0) return COUNTRIES;
  return addressees.map((addressee) => {
    const name = addressee.facts?.name ?? findCountry(addressee.code)?.name ?? addressee.code;
    return { code: addresseeCode(addressee), name };
  });
}

/** The row of a respondent in a package of this draft, as it was on the day of its launch, or on the given day where that is not stated; null where nothing is known of the code but itself. */
export function respondentRow(
  draft: QueryDraft,
  code: string,
  dissemination: Respondent["dissemination"],
  day: string,
): Respondent | null {
  const stated = draft.addressees.find((addressee) => addressee.code === code)?.facts ?? null;
  if (stated !== null) return { code, ...stated, dissemination };
  const country = findCountry(code);
  const launched = isPrintedDay(draft.launched) ? draft.launched : day;
  return country === null ? null : respondentFrom(country, launched, dissemination);
}

/** The addressees of whom nothing is known but a code, and those that are one respondent under two codes: their answers could not become a package. */
export function addresseeFaults(file: string, draft: QueryDraft): readonly Fault[] {
  const codes = draft.addressees.map(addresseeCode);
  return draft.addressees.flatMap(({ code }, i) => {
    const fault = (expected: string): Fault => ({ file, row: null, column: `addressees.${i}`, found: code, expected });
    const first = codes.indexOf(codes[i] ?? "");
    if (first !== i) return [fault(`a respondent of its own; addressees.${first} is the same`)];
    const isKnown = respondentRow(draft, code, "unknown", "") !== null;
    return isKnown ? [] : [fault("the code of a known state, or an object with code and facts")];
  });
}
