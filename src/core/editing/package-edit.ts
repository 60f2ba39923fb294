import { z } from "zod";
import { MEANING_ORDER } from "../dataset/meanings.ts";
import { BASES, DISSEMINATIONS } from "../dataset/resources.ts";

const id = z.string().min(1).max(200);
const text = z.string().max(20_000);
const basis = z.enum(BASES);
const meaning = z.enum(MEANING_ORDER);

// A field that is left out stays as it is.
const responseFields = z.strictObject({
  answer: id.exactOptional(),
  summary: text.exactOptional(),
  basis: basis.exactOptional(),
  locator: text.exactOptional(),
});
const observationFields = z.strictObject({ basis: basis.exactOptional(), locator: text.exactOptional() });
const respondentFields = z.strictObject({ dissemination: z.enum(DISSEMINATIONS).exactOptional() });
const questionFields = z.strictObject({
  label: text.exactOptional(),
  wording: text.exactOptional(),
  theme: text.exactOptional(),
});
const variableFields = z.strictObject({ label: text.exactOptional(), definition: text.exactOptional() });
const codeFields = z.strictObject({
  label: text.exactOptional(),
  meaning: meaning.exactOptional(),
  definition: text.exactOptional(),
});

const response = { question: id, respondent: id };
const observation = { variable: id, respondent: id, code: id };
const code = { variable: id, code: id };

// `was`: what must stand there now, so that taking back an edit never takes back what another window wrote since.
function setting<Fields extends z.ZodType>(fields: Fields) {
  return { fields, was: fields.exactOptional() };
}

const codebookEntry = z.strictObject({ code: id, label: text, meaning, order: z.int().min(1), definition: text });
const derivedCode = codebookEntry.extend({ from: z.array(z.strictObject(code)).min(1).max(500) });

/** One change to a package. Cells are checked by the package's own rules when it is applied. */
const packageEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set-response"), ...response, ...setting(responseFields) }),
  z.strictObject({ kind: z.literal("add-observation"), ...observation, basis, locator: text }),
  z.strictObject({ kind: z.literal("set-observation"), ...observation, ...setting(observationFields) }),
  z.strictObject({ kind: z.literal("remove-observation"), ...observation }),
  z.strictObject({ kind: z.literal("set-respondent"), respondent: id, ...setting(respondentFields) }),
  z.strictObject({ kind: z.literal("set-question"), question: id, ...setting(questionFields) }),
  z.strictObject({ kind: z.literal("set-variable"), variable: id, ...setting(variableFields) }),
  z.strictObject({ kind: z.literal("set-code"), ...code, ...setting(codeFields) }),
  codebookEntry.extend({ kind: z.literal("add-code"), variable: id }),
  z.strictObject({ kind: z.literal("remove-code"), ...code }),
  z.strictObject({ kind: z.literal("add-caveat"), id, about: text, what: text, handling: text, locator: text }),
  z.strictObject({ kind: z.literal("remove-caveat"), id }),
  z.strictObject({
    kind: z.literal("derive-variable"),
    variable: id,
    question: id,
    label: text,
    definition: text,
    codes: z.array(derivedCode).min(1).max(200),
  }),
  z.strictObject({ kind: z.literal("remove-derived-variable"), variable: id }),
]);

export type PackageEdit = Readonly<z.infer<typeof packageEditSchema>>;

/** Edits that are made together, all or none. */
export const packageEditsSchema = z.array(packageEditSchema).min(1).max(1000);

/** The edit that makes a derived variable. */
export type DeriveEdit = Extract<PackageEdit, { kind: "derive-variable" }>;
