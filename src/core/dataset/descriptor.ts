import { z } from "zod";
import type { Fault } from "./fault.ts";
import { printedDaySchema } from "./printed-day.ts";
import { schemaFaults } from "./schema-faults.ts";

const optionalText = z.string().default("");

const headerSchema = z.object({
  number: z.union([z.string(), z.number()], "text or a number").transform(String).default(""),
  title: z.string().min(1),
  requesters: z.array(z.string()).default([]),
  theme: z.string().default("unknown"),
  launched: printedDaySchema,
  summarised: printedDaySchema,
  occasion: optionalText,
  respondentsAsPrinted: optionalText,
  disclaimer: z.string().default("unknown"),
  followUpOf: z.string().nullable().default(null),
  /** Codes of the states that were asked; absent where the source does not say. Who is not among the respondents did not answer. */
  addressees: z.array(z.string().min(1)).optional(),
});

const URL_FORM = /^(https?|ftps?):\/\/[^\s/]+/;
const ABOVE_OR_HIDDEN = /^[a-z]+:|^\/|\\|(^|\/)\.|^$/i;
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

const email = z.string().optional();
const PACKAGE_ID = /^[a-z0-9][a-z0-9.-]*$/;

/** Whether a text can be the id of a package. */
export function isPackageId(text: string): boolean {
  return PACKAGE_ID.test(text);
}

const url = z.string().regex(URL_FORM, "an address such as https://example.org");
const urlOrPath = z
  .string()
  .refine((text) => URL_FORM.test(text) || !ABOVE_OR_HIDDEN.test(text), "an address, or a path below the package");
const saysSomething = (object: object): boolean => Object.keys(object).length > 0;

const licenceSchema = z
  .object({ name: z.string().optional(), title: z.string().optional(), path: urlOrPath.optional() })
  .refine(({ name, path }) => name !== undefined || path !== undefined, "a licence with a name or a path");
const sourceSchema = z.object({
  title: z.string(),
  path: urlOrPath.optional(),
  email,
  version: z.string().optional(),
});
const contributorSchema = z
  .object({
    title: z.string().optional(),
    givenName: z.string().optional(),
    familyName: z.string().optional(),
    path: url.optional(),
    email,
    roles: z.array(z.string()).optional(),
    organization: z.string().optional(),
  })
  .refine(saysSomething, "a contributor with a title");

// The properties of the standard's package (Data Package, version 2), held to its rules, so that what is read can be written again.
const descriptorSchema = z.object({
  name: z.string().regex(PACKAGE_ID, "an id of lower-case letters, digits, dots and hyphens, a letter or digit first"),
  id: z.string().optional(),
  title: z.string().min(1),
  description: optionalText,
  version: z.string().min(1),
  created: optionalText.refine((text) => MOMENT.test(text), "a moment such as 2026-01-31T12:00:00Z"),
  homepage: url.optional(),
  image: urlOrPath.optional(),
  keywords: z.array(z.string()).default([]),
  sources: z.array(sourceSchema).default([]),
  licenses: z.array(licenceSchema).default([]),
  contributors: z.array(contributorSchema).default([]),
  /** The package that this one is an edited copy of. */
  copyOf: z.object({ name: z.string(), version: z.string(), digest: z.string() }).optional(),
  /** Whether it was edited since it last left the program. What comes from elsewhere is as its version says, and has no such property. */
  changedSinceExport: z.boolean().optional(),
  query: headerSchema,
});

/** What `datapackage.json` says of a package beside its tables: identity, version, provenance and the query's header. */
export type PackageInfo = Readonly<z.infer<typeof descriptorSchema>>;

/** Reads the parsed JSON of `datapackage.json`; every departure is a fault with the path of the property as its column. */
export function readDescriptor(json: unknown): { readonly info: PackageInfo } | { readonly faults: readonly Fault[] } {
  const result = descriptorSchema.safeParse(json);
  if (result.success) return { info: result.data };
  return { faults: schemaFaults("datapackage.json", json, result.error.issues) };
}
