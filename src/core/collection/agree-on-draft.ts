import type { Fault } from "../dataset/fault.ts";
import { type Addressee, draftDigest, type QueryDraft } from "../notebook/query-draft.ts";
import { addresseeCode, addresseeFaults } from "./draft-respondents.ts";
import type { Identity } from "./template-identity.ts";

/** A workbook and the draft that it says it was made of. */
export interface IdentifiedBook {
  readonly file: string;
  readonly isTemplate: boolean;
  readonly identity: Identity;
}

export type Agreed =
  | { readonly draft: QueryDraft; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly draft?: never };

/**
 * The one draft that all workbooks were made of: the one that is given, else the first workbook's, addressed to whoever any of them was.
 * A workbook that no longer says of which it was made is read by that of the others.
 */
export function agreeOnDraft(books: readonly IdentifiedBook[], given: QueryDraft | null): Agreed {
  const strange = books
    .filter(({ isTemplate, identity }) => !isTemplate && identity.faults === undefined)
    .map(strangeFault);
  const broken = books.flatMap(({ identity }) => identity.faults ?? []);
  const stated = books.flatMap(({ file, identity }) => (identity.draft ? [{ file, draft: identity.draft }] : []));
  const first = given === null ? stated[0] : { file: "the draft that is given", draft: given };
  if (first === undefined) {
    const unknown = books.filter(({ isTemplate, identity }) => isTemplate && identity.faults === undefined);
    return {
      faults: [...strange, ...broken, ...unknown.map(unknownFault), ...(books.length === 0 ? [noneFault()] : [])],
    };
  }
  const digest = draftDigest(first.draft);
  const others = stated.filter(({ draft }) => draftDigest(draft) !== digest);
  const draft = given ?? { ...first.draft, addressees: allAddressees(stated.map((book) => book.draft)) };
  const mixed = others.map((other) => mixedFault(other.file, other.draft, first.file, first.draft));
  const faults = [...strange, ...broken, ...mixed, ...addresseeFaults(first.file, draft)];
  return faults.length > 0 ? { faults } : { draft };
}

function allAddressees(drafts: readonly QueryDraft[]): readonly Addressee[] {
  const byCode = new Map<string, Addressee>();
  for (const addressee of drafts.flatMap(({ addressees }) => addressees)) {
    const code = addresseeCode(addressee);
    if (!byCode.has(code)) byCode.set(code, addressee);
  }
  return [...byCode.values()];
}

function fault(file: string, found: string, expected: string): Fault {
  return { file, row: null, column: "", found, expected };
}

function strangeFault({ file }: IdentifiedBook): Fault {
  return fault(file, "another kind of file", "a response workbook that was made of a draft");
}

function unknownFault({ file }: IdentifiedBook): Fault {
  return fault(file, "", "the hidden sheet that says of which draft it was made, or the draft itself");
}

function noneFault(): Fault {
  return fault("", "", "at least one response workbook");
}

function mixedFault(file: string, draft: QueryDraft, firstFile: string, first: QueryDraft): Fault {
  const named = ({ id, title }: QueryDraft): string => `${id} (${title})`;
  const found = named(draft) === named(first) ? `${named(draft)} with other questions or codes` : named(draft);
  return fault(file, found, `the same draft as ${firstFile}: ${named(first)}`);
}
