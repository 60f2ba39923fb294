import Papa from "papaparse";
import { z } from "zod";

// The rules of the Data Package standard, version 2, as its pages state them with MUST (datapackage.org/standard: data-package, data-resource,
// table-schema, glossary). Custom properties are allowed everywhere, so no object here is strict.

const RFC_3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const URL_FORM = /^(https?|ftps?):\/\/[^\s/]+/;

const url = z.string().regex(URL_FORM, "a fully qualified address");
const urlOrPath = z.string().refine((text) => URL_FORM.test(text) || isSafePath(text), "an address, or a path below");
const email = z.string().regex(/^[^\s@]+@[^\s@]+$/, "an email address");
const nonEmpty = (object: object): boolean => Object.keys(object).length > 0;

const license = z
  .looseObject({ name: z.string().optional(), path: urlOrPath.optional(), title: z.string().optional() })
  .refine(({ name, path }) => name !== undefined || path !== undefined, "a name or a path");
const source = z
  .looseObject({
    title: z.string().optional(),
    path: urlOrPath.optional(),
    email: email.optional(),
    version: z.string().optional(),
  })
  .refine(nonEmpty, "at least one property");
const contributor = z
  .looseObject({
    title: z.string().optional(),
    givenName: z.string().optional(),
    familyName: z.string().optional(),
    path: url.optional(),
    email: email.optional(),
    roles: z.array(z.string()).optional(),
    organization: z.string().optional(),
  })
  .refine(nonEmpty, "at least one property");

const missingValues = z
  .array(z.union([z.string(), z.looseObject({ value: z.string(), label: z.string().optional() })]))
  .refine((values) => isUnique(values.map((value) => (typeof value === "string" ? value : value.value))), "unique");
const categories = z
  .array(
    z.union([
      z.string(),
      z.int(),
      z.looseObject({ value: z.union([z.string(), z.int()]), label: z.string().optional() }),
    ]),
  )
  .refine((values) => isUnique(values.map(categoryValue)), "unique values");

const field = z
  .looseObject({
    name: z.string(),
    type: z.enum([
      ...(["string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time"] as const),
      ...(["year", "yearmonth", "duration", "geopoint", "geojson", "any"] as const),
    ]),
    format: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    categories: categories.optional(),
    categoriesOrdered: z.boolean().optional(),
    missingValues: missingValues.optional(),
    constraints: z
      .looseObject({
        required: z.boolean().optional(),
        unique: z.boolean().optional(),
        pattern: z.string().optional(),
        enum: z.array(z.unknown()).min(1).refine(isUnique, "unique values").optional(),
        minLength: z.int().optional(),
        maxLength: z.int().optional(),
        minimum: z.union([z.number(), z.string()]).optional(),
        maximum: z.union([z.number(), z.string()]).optional(),
      })
      .optional(),
  })
  .check(({ value, issues }) => {
    const { type, categories: own, constraints = {} } = value;
    const fault = (message: string) => issues.push({ code: "custom", message, input: value });
    if (own !== undefined && type !== "string" && type !== "integer") fault("categories are of strings and integers");
    if (constraints.pattern !== undefined && type !== "string") fault("a pattern is of strings");
    if (constraints.minimum !== undefined && type === "string") fault("a minimum is of no string");
    const allowed = own?.map(categoryValue);
    if (allowed !== undefined && !(constraints.enum ?? []).every((one) => allowed.includes(one as string)))
      fault("enum is a subset of categories");
  });

const fieldNames = z.array(z.string()).min(1);
const tableSchema = z
  .looseObject({
    fields: z.array(field).min(1),
    fieldsMatch: z.enum(["exact", "equal", "subset", "superset", "partial"]).optional(),
    missingValues: missingValues.optional(),
    primaryKey: fieldNames.optional(),
    uniqueKeys: z.array(fieldNames).min(1).optional(),
    foreignKeys: z
      .array(
        z.looseObject({
          fields: fieldNames,
          reference: z.looseObject({ resource: z.string().min(1).optional(), fields: fieldNames }),
        }),
      )
      .optional(),
  })
  .check(({ value, issues }) => {
    const fault = (message: string) => issues.push({ code: "custom", message, input: value });
    const names = value.fields.map(({ name }) => name);
    if (!isUnique(names)) fault("names of fields are unique");
    const keys = [
      value.primaryKey ?? [],
      ...(value.uniqueKeys ?? []),
      ...(value.foreignKeys ?? []).map((key) => key.fields),
    ];
    for (const name of keys.flat()) if (!names.includes(name)) fault(`key: there is no field ${name}`);
    for (const { fields, reference } of value.foreignKeys ?? [])
      if (fields.length !== reference.fields.length) fault("foreign key: as many fields on either side");
  });

const resource = z
  .looseObject({
    name: z.string().min(1),
    path: z.union([urlOrPath, z.array(urlOrPath).min(1)]).optional(),
    data: z.unknown().optional(),
    type: z.literal("table").optional(),
    $schema: url.optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    mediatype: z
      .string()
      .regex(/^[a-z]+\/[a-z0-9.+-]+$/i)
      .optional(),
    encoding: z.string().optional(),
    bytes: z.int().optional(),
    hash: z.string().optional(),
    sources: z.array(source).optional(),
    licenses: z.array(license).min(1).optional(),
    schema: tableSchema.optional(),
  })
  .refine(({ path, data }) => (path === undefined) !== (data === undefined), "path or data, one of them");

const dataPackage = z
  .looseObject({
    $schema: url.optional(),
    name: z
      .string()
      .regex(/^[a-z0-9._-]+$/)
      .optional(),
    id: z.string().optional(),
    licenses: z.array(license).min(1).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    homepage: url.optional(),
    image: urlOrPath.optional(),
    version: z.string().optional(),
    created: z.string().regex(RFC_3339, "a moment after RFC 3339").optional(),
    keywords: z.array(z.string()).min(1).optional(),
    contributors: z.array(contributor).min(1).optional(),
    sources: z.array(source).min(1).optional(),
    resources: z.array(resource).min(1),
  })
  .check(({ value, issues }) => {
    const fault = (message: string) => issues.push({ code: "custom", message, input: value });
    const names = value.resources.map(({ name }) => name);
    if (!isUnique(names)) fault("names of resources are unique");
    for (const { schema } of value.resources)
      for (const { reference } of schema?.foreignKeys ?? []) {
        const target = value.resources.find(({ name }) => name === reference.resource);
        const known = target?.schema?.fields.map(({ name }) => name) ?? [];
        for (const name of reference.fields)
          if (!known.includes(name)) fault(`foreign key: ${reference.resource} has no field ${name}`);
      }
  });

/** What a descriptor breaks of the standard's rules, one line each; nothing where it keeps them. */
export function descriptorViolations(descriptor: unknown): readonly string[] {
  const result = dataPackage.safeParse(descriptor);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** What the tables of a package break of the schemas in its own descriptor, as a program sees them that knows the standard alone. */
export function tableViolations(files: Readonly<Record<string, string>>): readonly string[] {
  const { resources } = dataPackage.parse(JSON.parse(files["datapackage.json"] ?? ""));
  const tables = new Map(resources.map((own) => [own.name, tableOf(files[String(own.path)] ?? "")] as const));
  return resources.flatMap(({ name, schema }) => {
    const table = tables.get(name);
    if (schema === undefined || table === undefined) return [`${name}: no schema or no table`];
    const header = schema.fields.map((own) => own.name);
    if (JSON.stringify(table.header) !== JSON.stringify(header)) return [`${name}: header ${table.header.join(",")}`];
    const keys = (of: readonly string[], from = table): readonly string[] =>
      from.rows.map((row) => JSON.stringify(of.map((own) => row[own])));
    return [
      ...table.rows.flatMap((row, i) =>
        schema.fields.flatMap((own) => cellViolations(own, row[own.name] ?? "").map((it) => `${name} ${i + 2}: ${it}`)),
      ),
      ...(isUnique(keys(schema.primaryKey ?? [])) ? [] : [`${name}: primary key`]),
      ...(schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
        const target = tables.get(reference.resource ?? name);
        const known = new Set(target === undefined ? [] : keys(reference.fields, target));
        // As in SQL, a key of which a field is missing refers to nothing.
        const complete = table.rows.filter((row) => fields.every((own) => row[own] !== ""));
        return complete
          .map((row) => JSON.stringify(fields.map((own) => row[own])))
          .filter((key) => !known.has(key))
          .map((key) => `${name}: ${key} is not in ${reference.resource}`);
      }),
    ];
  });
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

function tableOf(text: string): Table {
  const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: "greedy" }).data;
  return { header, rows: rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""]))) };
}

function cellViolations(
  { name, type, categories: own, constraints = {} }: z.infer<typeof field>,
  cell: string,
): readonly string[] {
  if (cell === "") return constraints.required === true ? [`${name} is required`] : [];
  const allowed = own?.map(categoryValue).map(String);
  const { pattern, enum: values, minimum } = constraints;
  return [
    ...(type === "integer" && !/^[+-]?\d+$/.test(cell) ? [`${name}: ${cell} is no integer`] : []),
    // The expressions of XML Schema match the whole value.
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(cell)
      ? [`${name}: ${cell} and pattern`]
      : []),
    ...(values !== undefined && !values.map(String).includes(cell) ? [`${name}: ${cell} and enum`] : []),
    ...(allowed !== undefined && !allowed.includes(cell) ? [`${name}: ${cell} and categories`] : []),
    ...(minimum !== undefined && Number(cell) < Number(minimum) ? [`${name}: ${cell} and minimum`] : []),
  ];
}

function categoryValue(category: string | number | { readonly value: string | number }): string | number {
  return typeof category === "object" ? category.value : category;
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

// Relative, below the descriptor, nothing hidden on the way.
function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    !/^[a-z]+:/i.test(path) &&
    !path.includes("\\") &&
    path.split("/").every((part) => /^[^.]/.test(part))
  );
}
