import {
  type Column,
  id,
  idList,
  integer,
  locator,
  oneOf,
  optionalId,
  optionalInteger,
  optionalText,
  respondentCode,
  text,
} from "./column.ts";
import { MEANING_ORDER } from "./meanings.ts";

export const BASES = ["listed", "listed-together", "described", "inferred"] as const;
export const REGIONS = ["northern", "western", "southern", "central-eastern"] as const;
export const MEMBERSHIPS = ["member", "not-member"] as const;
export const RELATIONS = ["exactly", "majority", "most", "several", "remaining", "all-but"] as const;

/** A table of a data package: its file, its columns in their order, its keys. */
export interface Resource<Columns extends Record<string, Column<unknown>> = Record<string, Column<unknown>>> {
  readonly file: string;
  readonly title: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly columns: Columns;
}

/** Values of `fields` (where not empty) must stand in `reference`, the primary key of another resource. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly resource: KeyedResource;
  readonly reference: readonly string[];
}

type KeyedResource = "respondents" | "questions" | "variables" | "codes";

function resource<Columns extends Record<string, Column<unknown>>>(
  file: string,
  title: string,
  primaryKey: readonly (keyof Columns & string)[],
  columns: Columns,
  foreignKeys: readonly ForeignKey[] = [],
): Resource<Columns> {
  return { file, title, primaryKey, foreignKeys, columns };
}

function key(field: string, resource: KeyedResource, reference: string): ForeignKey {
  return { fields: [field], resource, reference: [reference] };
}

const CODE_KEY: ForeignKey = { fields: ["variable", "code"], resource: "codes", reference: ["variable", "code"] };

/** The eleven tables of a data package. Types, validation and `datapackage.json` all derive from this one place. */
export const RESOURCES = {
  respondents: resource("respondents.csv", "Respondents", ["code"], {
    code: respondentCode("code as EU texts print it (EL, UK)"),
    iso2: text("ISO 3166-1 alpha-2 code (GR, GB)"),
    iso3: text("ISO 3166-1 alpha-3 code"),
    name: text("short English name"),
    membership: oneOf(MEMBERSHIPS, "membership of the EU at the query's date"),
    region: oneOf(REGIONS, "region of Europe after EuroVoc"),
    joined_eu: optionalInteger("year of joining the EU or its predecessors; empty for a non-member", 1950),
    dissemination: oneOf(["public", "network", "unknown"], "wider dissemination of the response"),
  }),
  questions: resource("questions.csv", "Questions", ["id"], {
    id: id("number as printed"),
    order: integer("position in the query, from 1", 1),
    parent: optionalId("question that this one is part of"),
    label: text("short label"),
    wording: text("what is asked, in own words"),
    theme: text("theme, or unknown where the source gives none"),
  }),
  variables: resource(
    "variables.csv",
    "Variables",
    ["id"],
    {
      id: id("id, unique in the package"),
      question: id("question that the variable codes"),
      label: text("short label"),
      kind: oneOf(["answer", "multiple"], "answer: one code a respondent; multiple: any number"),
      definition: text("what is coded, and when"),
    },
    [key("question", "questions", "id")],
  ),
  codes: resource(
    "codes.csv",
    "Codebook",
    ["variable", "code"],
    {
      variable: id("variable"),
      code: id("code, unique in its variable"),
      label: text("short label"),
      meaning: oneOf(MEANING_ORDER, "what an answer with this code says"),
      order: integer("position in the codebook, from 1", 1),
      definition: text("when the code is given"),
    },
    [key("variable", "variables", "id")],
  ),
  responses: resource(
    "responses.csv",
    "Responses",
    ["question", "respondent"],
    {
      question: id("question"),
      respondent: respondentCode("respondent"),
      answer: id("code of the question's answer variable"),
      summary: optionalText("what the source says of this respondent here, in own words"),
      basis: oneOf(BASES, "how we know the answer"),
      locator: locator("place in the source"),
    },
    [key("question", "questions", "id"), key("respondent", "respondents", "code")],
  ),
  observations: resource(
    "observations.csv",
    "Observations",
    ["variable", "respondent", "code"],
    {
      variable: id("variable of kind multiple"),
      respondent: respondentCode("respondent"),
      code: id("code that the source gives to this respondent"),
      basis: oneOf(BASES, "how we know"),
      locator: locator("place in the source"),
    },
    [key("respondent", "respondents", "code"), CODE_KEY],
  ),
  examples: resource(
    "examples.csv",
    "Examples",
    ["id"],
    {
      id: id("id"),
      question: id("question"),
      respondent: respondentCode("respondent of whom it is told"),
      variable: optionalId("variable it illustrates, or empty"),
      code: optionalId("code it illustrates, or empty"),
      text: text("what is told, in own words"),
      locator: locator("place in the source"),
    },
    [key("question", "questions", "id"), key("respondent", "respondents", "code"), CODE_KEY],
  ),
  findings: resource(
    "findings.csv",
    "Findings",
    ["id"],
    {
      id: id("id"),
      question: id("question"),
      variable: optionalId("variable it speaks of, or empty"),
      code: optionalId("code it speaks of, or empty"),
      speaker: oneOf(["states", "providers", "investigators", "authors", "unclear"], "who says it"),
      scope: text("of whom it speaks"),
      text: text("what is said, in own words"),
      locator: locator("place in the source"),
    },
    [key("question", "questions", "id"), CODE_KEY],
  ),
  "stated-counts": resource(
    "stated-counts.csv",
    "Stated counts",
    ["id"],
    {
      id: id("id"),
      question: optionalId("question, or empty where the count is of the whole query"),
      variable: optionalId("variable counted, or empty where respondents themselves are counted"),
      codes: idList("codes counted, joined by ;"),
      base: optionalText("filter that says of whom it counts; empty = all respondents"),
      printed: text("the count or quantity word as printed"),
      relation: oneOf(RELATIONS, "how the word relates to the count"),
      value: optionalInteger("number, where one is printed"),
      locator: locator("place in the source"),
    },
    [key("question", "questions", "id"), key("variable", "variables", "id")],
  ),
  tensions: resource("tensions.csv", "Tensions", ["id"], {
    id: id("id"),
    when: text("filter under which a respondent's answers are in tension"),
    why: text("why this is worth asking about"),
    follow_up: text("question to ask, with {respondent} for the state"),
    locator: locator("place in the source"),
  }),
  caveats: resource("caveats.csv", "Caveats", ["id"], {
    id: id("id"),
    about: text(
      "id of the package, a question, variable, code (variable:code), response (package/question/respondent), respondent or stated count",
    ),
    what: text("what is odd"),
    handling: text("how it was handled"),
    locator: locator("place in the source"),
  }),
} as const;

export type ResourceName = keyof typeof RESOURCES;

/** Every resource's name, in the order of the documentation. */
export const RESOURCE_NAMES = Object.keys(RESOURCES) as readonly ResourceName[];

type RowOf<Name extends ResourceName> = {
  readonly [Field in keyof (typeof RESOURCES)[Name]["columns"]]: (typeof RESOURCES)[Name]["columns"][Field] extends Column<
    infer T
  >
    ? T
    : never;
};

/** The rows of a package, resource by resource. */
export type Tables = { readonly [Name in ResourceName]: readonly RowOf<Name>[] };

export type Respondent = RowOf<"respondents">;
export type Question = RowOf<"questions">;
export type Variable = RowOf<"variables">;
export type Code = RowOf<"codes">;
export type Response = RowOf<"responses">;
export type Observation = RowOf<"observations">;
export type Example = RowOf<"examples">;
export type StatedCount = RowOf<"stated-counts">;
export type Caveat = RowOf<"caveats">;
