import { z } from "zod";
import type { Fault } from "../dataset/fault.ts";
import { MEANING_ORDER } from "../dataset/meanings.ts";
import { printedDaySchema } from "../dataset/printed-day.ts";
import { MEMBERSHIPS, REGIONS } from "../dataset/resources.ts";
import { schemaFaults } from "../dataset/schema-faults.ts";
import { sha256 } from "../dataset/sha256.ts";
import { checkDraft } from "./check-draft.ts";

const text = z.string().default("");
const someText = z.string().min(1);
const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, "an id of lower-case letters, digits, dots and hyphens, a letter or digit first");
const respondentSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, "a respondent's code of letters, digits, dots and hyphens");

const factsSchema = z.strictObject({
  iso2: someText,
  iso3: someText,
  name: someText,
  membership: z.enum(MEMBERSHIPS),
  region: z.enum(REGIONS),
  joined_eu: z.int().min(1950).nullable(),
});

const addresseeSchema = z.union(
  [
    respondentSchema.transform((code) => ({ code, facts: null })),
    z.strictObject({ code: respondentSchema, facts: factsSchema.nullable().default(null) }),
  ],
  "the code of a respondent, or an object with code and facts",
);

const codeSchema = z
  .strictObject({
    code: idSchema,
    label: someText,
    meaning: z.enum(MEANING_ORDER),
    definition: someText.optional(),
  })
  .transform((code) => ({ ...code, definition: code.definition ?? code.label }));

const namedCodeSchema = z
  .strictObject({
    code: idSchema,
    label: someText,
    meaning: z.enum(MEANING_ORDER).default("neutral"),
    definition: someText.optional(),
  })
  .transform((code) => ({ ...code, definition: code.definition ?? code.label }));

const variableSchema = z
  .strictObject({
    id: idSchema,
    label: someText,
    definition: someText.optional(),
    codes: z.array(namedCodeSchema).min(1),
  })
  .transform(({ id, label, definition, codes }) => ({ id, label, definition: definition ?? label, codes }));

const questionSchema = z
  .strictObject({
    id: idSchema,
    parent: text,
    label: someText,
    wording: someText.optional(),
    explanation: text,
    theme: z.string().min(1).default("unknown"),
    variable: z
      .strictObject({ id: idSchema.optional(), label: someText.optional(), definition: someText.optional() })
      .default({}),
    answers: z.array(codeSchema).min(1),
    variables: z.array(variableSchema).default([]),
  })
  .transform(({ id, parent, label, explanation, theme, answers, variables, ...question }) => {
    const wording = question.wording ?? label;
    const variable = {
      id: question.variable.id ?? `answer-${id}`,
      label: question.variable.label ?? label,
      definition: question.variable.definition ?? wording,
    };
    return { id, parent, label, wording, explanation, theme, variable, answers, variables };
  });

const draftSchema = z.strictObject({
  format: z.literal("ahq-query-draft").default("ahq-query-draft"),
  formatVersion: z.literal(1).default(1),
  id: idSchema,
  number: text,
  title: someText,
  requesters: z.array(z.string()).default([]),
  theme: z.string().min(1).default("unknown"),
  background: text,
  launched: printedDaySchema,
  deadline: printedDaySchema,
  followUpOf: z.string().min(1).nullable().default(null),
  addressees: z.array(addresseeSchema).default([]),
  dissemination: text,
  questions: z.array(questionSchema).min(1),
});

/** A query before it is asked: whom, what, and how the answers will be coded. */
export type QueryDraft = ReadonlyDeep<z.output<typeof draftSchema>>;
export type DraftQuestion = QueryDraft["questions"][number];
export type DraftVariable = DraftQuestion["variables"][number];
export type DraftCode = DraftQuestion["answers"][number];
export type Addressee = QueryDraft["addressees"][number];

/** What may be written of a draft: whatever has a default may be left out. */
export type QueryDraftInput = ReadonlyDeep<z.input<typeof draftSchema>>;

type ReadonlyDeep<T> = T extends object ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> } : T;

export type DraftReading =
  | { readonly draft: QueryDraft; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly draft?: never };

/** Reads the JSON of a draft, or names every fault; what is left out takes its documented default. */
export function readDraft(file: string, json: unknown): DraftReading {
  const result = draftSchema.safeParse(json);
  if (!result.success) return { faults: schemaFaults(file, json, result.error.issues) };
  const faults = checkDraft(file, result.data);
  return faults.length > 0 ? { faults } : { draft: result.data };
}

/** The JSON of a draft as a file holds it; reading it gives the same draft again. */
export function printDraft(draft: QueryDraft): string {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

/**
 * SHA-256 over that part of a draft by which answers are read: its id and its questions.
 * Whom it is sent to, and when, may change between two workbooks of one query.
 */
export function draftDigest(draft: QueryDraft): string {
  const known = digests.get(draft);
  if (known !== undefined) return known;
  const digest = sha256(JSON.stringify([draft.id, draft.questions]));
  digests.set(draft, digest);
  return digest;
}

const digests = new WeakMap<QueryDraft, string>();
