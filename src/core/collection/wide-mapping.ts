import { z } from "zod";
import type { Fault } from "../dataset/fault.ts";
import { MEANING_ORDER } from "../dataset/meanings.ts";
import { MEMBERSHIPS, REGIONS } from "../dataset/resources.ts";
import { schemaFaults } from "../dataset/schema-faults.ts";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, "an id of lower-case letters, digits, dots and hyphens, a letter or digit first");
const words = z.string().min(1, "text that is not empty");
const text = z.string().default("");
/** Cell texts, compared without regard to case, accents and spacing. */
const values = z.array(z.string()).readonly();

const codeSchema = z.strictObject({
  code: id,
  label: words,
  meaning: z.enum(MEANING_ORDER),
  definition: text,
  /** The texts of cells that stand for this code; an empty text is the empty cell. */
  values,
});

const questionSchema = z.strictObject({
  id,
  label: words,
  wording: words,
  theme: z.string().default("unknown"),
  parent: text,
  variable: z.strictObject({ id, label: words, definition: text }),
  /** Whether a value is the whole cell, or how its text begins ("Yes, since 2015 …"). */
  reads: z.enum(["whole", "beginning"]).default("whole"),
  codes: z.array(codeSchema).min(1, "at least one code").readonly(),
  /** The code of what no value names; null where such an answer is a fault. */
  otherwise: id.nullable().default(null),
});

const listSchema = z.strictObject({
  id,
  question: id,
  label: words,
  definition: text,
  separator: z.string().min(1, "the character that separates codes"),
  codes: z.array(codeSchema).readonly(),
  /** Cell texts that name no code at all, beside the empty cell. */
  none: values,
});

const respondentSchema = z.strictObject({
  value: z.string(),
  means: z.discriminatedUnion("kind", [
    /** A country, by any of its names. */
    z.strictObject({ kind: z.literal("country"), name: words }),
    /** A row that is no respondent's. */
    z.strictObject({ kind: z.literal("skipped") }),
    /** A respondent that is in no table of countries, or stands otherwise in this query: its row of respondents.csv. */
    z.strictObject({
      kind: z.literal("described"),
      code: z.string(),
      iso2: z.string(),
      iso3: z.string(),
      name: z.string(),
      membership: z.enum(MEMBERSHIPS),
      region: z.enum(REGIONS),
      joined_eu: z.number().int().nullable(),
    }),
  ]),
});

/** Which column of the table: the nth with this header, counted from the left. */
const place = { header: z.string(), nth: z.number().int().min(1).default(1) };

const columnSchema = z.discriminatedUnion("is", [
  z.strictObject({ ...place, is: z.literal("respondent") }),
  z.strictObject({ ...place, is: z.literal("answer"), question: id }),
  z.strictObject({ ...place, is: z.literal("summary"), question: id }),
  z.strictObject({ ...place, is: z.literal("basis"), question: id }),
  z.strictObject({ ...place, is: z.literal("locator"), question: id }),
  z.strictObject({ ...place, is: z.literal("codes"), variable: id }),
  z.strictObject({ ...place, is: z.literal("dissemination") }),
  z.strictObject({ ...place, is: z.literal("ignored") }),
]);

const packageSchema = z.strictObject({
  id,
  title: words,
  version: words.default("1.0.0"),
  number: text,
  // Days that there are not are faults of the package that is made: one of them must not make a whole file of kept mappings unreadable.
  launched: text,
  summarised: text,
  requesters: z.array(z.string()).readonly().default([]),
  theme: z.string().default("unknown"),
  occasion: text,
  disclaimer: z.string().default("unknown"),
  followUpOf: z.string().nullable().default(null),
  /** Title of the source; the table's own name where it is empty. */
  source: text,
});

export const mappingSchema = z.strictObject({
  format: z.literal("ahq-wide-mapping"),
  version: z.literal(1),
  package: packageSchema,
  /** Sheet of the workbook that the mapping was made for; empty where there are no sheets. */
  sheet: text,
  /** The header's last row, and how many rows it has; 0 where the table has none and columns go by their number. Another table may have it elsewhere: it is found again by its texts. */
  header: z.strictObject({ row: z.number().int().min(1), rows: z.number().int().min(0).max(2).default(1) }),
  columns: z.array(columnSchema).readonly(),
  questions: z.array(questionSchema).readonly(),
  lists: z.array(listSchema).readonly(),
  respondents: z.array(respondentSchema).readonly(),
  dissemination: z.strictObject({ public: values, network: values }),
});

/** What each column of a wide table is and what its values mean: all that turns such a table into a package, and another of the same shape as well. */
export type WideMapping = z.infer<typeof mappingSchema>;
export type MappedColumn = WideMapping["columns"][number];
export type MappedQuestion = WideMapping["questions"][number];
export type MappedList = WideMapping["lists"][number];
export type MappedCode = MappedQuestion["codes"][number];
export type MappedRespondent = WideMapping["respondents"][number];

/** Reads a mapping from the text of its JSON file; every departure is a fault with the path of the property as its column. */
export function parseMapping(
  file: string,
  json: string,
):
  | { readonly mapping: WideMapping; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly mapping?: never } {
  try {
    const parsed: unknown = JSON.parse(json.replace(/^\ufeff/, ""));
    const result = mappingSchema.safeParse(parsed);
    if (result.success) return { mapping: result.data };
    return { faults: schemaFaults(file, parsed, result.error.issues) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { faults: [{ file, row: null, column: "", found, expected: "a JSON document" }] };
  }
}

/** The text of a mapping's JSON file; `parseMapping` gives the same mapping again. */
export function printMapping(mapping: WideMapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}
