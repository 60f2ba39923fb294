import { z } from "zod";
import type { Fault } from "./fault.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "./resources.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Where in a package a resource stands, and what separates its cells. */
export interface ResourceFile {
  readonly path: string;
  readonly delimiter: (typeof DELIMITERS)[number];
  /** What stands in a cell that is meant to be empty, beside nothing. */
  readonly missing: readonly string[];
}

export interface ResourceFiles {
  readonly files: Readonly<Record<ResourceName, ResourceFile>>;
  readonly faults: readonly Fault[];
}

const dialectSchema = z.object(
  {
    delimiter: z.enum(DELIMITERS, "a comma, semicolon, tab or bar").default(","),
    quoteChar: z.literal('"', 'the quotation mark "').optional(),
    doubleQuote: z.literal(true, "quotation marks doubled within quotation marks").optional(),
    escapeChar: z.null("no escape character").optional(),
    header: z.literal(true, "a header row").optional(),
    headerRows: z.tuple([z.literal(1)], "the first row as header").optional(),
    commentChar: z.null("no comments").optional(),
    commentRows: z.array(z.never(), "no comments").optional(),
  },
  "the properties of a dialect themselves",
);

// Tools of version 1 put the properties of a CSV file one step down.
const anyDialectSchema = z
  .preprocess(
    (dialect) => (typeof dialect === "object" && dialect !== null && "csv" in dialect ? dialect.csv : dialect),
    dialectSchema,
  )
  .default({ delimiter: "," });

// With a label each, since version 2.
const missingSchema = z.array(
  z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)], "a text"),
  "a list of texts",
);

const resourceSchema = z.object({
  path: z
    .string("one path of a file in the package")
    .refine(isInside, "a path inside the package, with / between folders"),
  dialect: anyDialectSchema,
  encoding: z
    .string()
    .regex(/^utf-?8$/i, "utf-8")
    .optional(),
  schema: z
    .object({ missingValues: missingSchema.default([]) }, "the properties of a table schema themselves")
    .default({ missingValues: [] }),
  compression: z.undefined("a file that is not compressed").optional(),
});

const listSchema = z.object({ resources: z.array(z.unknown()) });
const namedSchema = z.looseObject({ name: z.enum(RESOURCE_NAMES) });

/**
 * Where the descriptor says that the package's resources stand, each under its own name; other resources are left alone.
 * Resources that it does not list stand where every package of ours has them.
 */
export function readResourceFiles(descriptor: unknown): ResourceFiles {
  const listed = listSchema.safeParse(descriptor);
  const resources = listed.success ? listed.data.resources : [];
  const files = new Map<ResourceName, ResourceFile>();
  const faults: Fault[] = [];
  resources.forEach((resource, i) => {
    const named = namedSchema.safeParse(resource);
    if (!named.success) return;
    const { name } = named.data;
    const read = resourceSchema.safeParse(resource);
    if (files.has(name)) faults.push(descriptorFault(`resources.${i}.name`, name, "a name of its own"));
    if (read.success) files.set(name, placed(read.data));
    else faults.push(...read.error.issues.map((issue) => issueFault(named.data, i, issue)));
  });
  const usual = (name: ResourceName): ResourceFile => ({ path: RESOURCES[name].file, delimiter: ",", missing: [] });
  const all = RESOURCE_NAMES.map((name) => [name, files.get(name) ?? usual(name)]);
  return { files: Object.fromEntries(all), faults };
}

function placed({ path, dialect, schema }: z.infer<typeof resourceSchema>): ResourceFile {
  const missing = schema.missingValues.filter((value) => value !== "");
  return { path: plain(path), delimiter: dialect.delimiter, missing };
}

// Data Package v2: a path is relative, with no way up, no address of the web.
function isInside(path: string): boolean {
  const parts = path.split("/");
  return !/[\\:\0]/.test(path) && plain(path) !== "" && !path.startsWith("/") && !parts.includes("..");
}

function plain(path: string): string {
  return path.replace(/^(\.\/)+/, "");
}

function issueFault(resource: object, index: number, issue: z.core.$ZodIssue): Fault {
  const found = issue.path.reduce<unknown>(
    (at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined),
    resource,
  );
  const text = typeof found === "string" ? found : (JSON.stringify(found) ?? "");
  return descriptorFault(["resources", index, ...issue.path].join("."), text.slice(0, 80), issue.message);
}

function descriptorFault(column: string, found: string, expected: string): Fault {
  return { file: "datapackage.json", row: null, column, found, expected };
}
