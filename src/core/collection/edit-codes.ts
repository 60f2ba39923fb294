import { knownAnswer, NO_ANSWER } from "./answer-words.ts";
import { asLabel } from "./propose-codes.ts";
import { slug, uniqueId } from "./slug.ts";
import type { MappedCode } from "./wide-mapping.ts";

/** The codes with the cells of one counting as another. The empty cell stays where it is: silence never becomes an answer. */
export function mergeCodes(codes: readonly MappedCode[], from: string, into: string): readonly MappedCode[] {
  const merged = codes.find(({ code }) => code === from);
  if (merged === undefined || from === into || !codes.some(({ code }) => code === into)) return codes;
  const [empty, moved] = [merged.values.filter(isEmpty), merged.values.filter((value) => !isEmpty(value))];
  return codes.flatMap((code) => {
    if (code.code === into) return [{ ...code, values: [...code.values, ...moved] }];
    if (code.code !== from) return [code];
    return empty.length === 0 ? [] : [{ ...code, values: empty }];
  });
}

/** The codes with each text of one made a code of its own again, with the meaning that its words have. */
export function splitCode(codes: readonly MappedCode[], code: string): readonly MappedCode[] {
  const at = codes.findIndex((one) => one.code === code);
  const split = codes[at];
  if (split === undefined || split.values.length < 2) return codes;
  const [first = "", ...others] = split.values;
  const result = [...codes.slice(0, at), { ...split, values: [first] }, ...codes.slice(at + 1)];
  for (const value of others.toReversed()) result.splice(at + 1, 0, ownCode(value, split, result));
  return result;
}

function ownCode(value: string, split: MappedCode, codes: readonly MappedCode[]): MappedCode {
  const code = uniqueId(slug(value, NO_ANSWER.code), (id) => codes.some((one) => one.code === id));
  if (isEmpty(value)) return { ...NO_ANSWER, code, definition: "", values: [value] };
  const label = asLabel(value.replace(/\s+/g, " ").trim());
  return { code, label, meaning: knownAnswer(value)?.meaning ?? split.meaning, definition: "", values: [value] };
}

function isEmpty(value: string): boolean {
  return value.trim() === "";
}
