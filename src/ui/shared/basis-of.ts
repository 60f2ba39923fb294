import { BASES } from "../../core/dataset/resources.ts";

/** The basis that a text names, as a field of an edit; none where it names none. */
export function basisOf(text: string): { readonly basis?: (typeof BASES)[number] } {
  const basis = BASES.find((known) => known === text);
  return basis === undefined ? {} : { basis };
}
