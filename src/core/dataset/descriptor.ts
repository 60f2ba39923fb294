import { z } from "zod";
import type { Fault } from "./fault.ts";
import { schemaFaults } from "./schema-faults.ts";

const optionalText = z.string().default("");

const headerSchema = z.object({
  number: z.union([z.string(), z.number()], "text or a number").transform(String).default(""),
  title: z.string().min(1),
  requesters: z.array(z.string()).default([]),
  theme: z.string().default("unknown"),
  launched: optionalText,
  summarised: optionalText,
  occasion: optionalText,
  respondentsAsPrinted: optionalText,
  disclaimer: z.string().default("unknown"),
  followUpOf: z.string().nullable().default(null),
  /** Codes of the states that were asked; absent where the source does not say. Who is not among the respondents did not answer. */
  addressees: z.array(z.string()).optional(),
});

const descriptorSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, "an id of lower-case letters, digits, dots and hyphens, a letter or digit first"),
  title: z.string().min(1),
  description: optionalText,
  version: z.string().min(1),
  created: optionalText,
  homepage: z.string().optional(),
  keywords: z.array(z.string()).default([]),
  sources: z
    .array(z.object({ title: z.string(), path: z.string().optional(), version: z.string().optional() }))
    .default([]),
  licenses: z
    .array(z.object({ name: z.string().optional(), title: z.string().optional(), path: z.string().optional() }))
    .default([]),
  contributors: z.array(z.object({ title: z.string().optional(), roles: z.array(z.string()).optional() })).default([]),
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
