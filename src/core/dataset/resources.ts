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
  time,
} from "./column.ts";
import { MEANING_ORDER } from "./meanings.ts";
import { type ForeignKey, key, optional, resource } from "./resource.ts";

export const BASES = ["listed", "listed-together", "described", "inferred"] as const;
export const REGIONS = ["northern", "western", "southern", "central-eastern"] as const;
export const MEMBERSHIPS = ["member", "not-member"] as const;
export const DISSEMINATIONS = ["public", "network", "unknown"] as const;
export const RELATIONS = ["exactly", "majority", "most", "several", "remaining", "all-but"] as const;

const CODE_KEY: ForeignKey = { fields: ["variable", "code"], resource: "codes", reference: ["variable", "code"] };

/** The tables of a data package: eleven that each has, and two of those that were edited or recoded. Types, validation and `datapackage.json` all derive from this one place. */
export const RESOURCES = {
  respondents: resource("respondents.csv", "Respondents", ["code"], {
    code: respondentCode("code as EU texts print it (EL, UK)"),
    iso2: text("ISO 3166-1 alpha-2 code (GR, GB)"),
    iso3: text("ISO 3166-1 alpha-3 code"),
    name: text("short English name"),
    membership: oneOf(MEMBERSHIPS, "membership of the EU at the query's date"),
    region: oneOf(REGIONS, "region of Europe after EuroVoc"),
    joined_eu: optionalInteger("year of joining the EU or its predecessors; empty for a non-member", 1950),
    dissemination: oneOf(DISSEMINATIONS, "wider dissemination of the response"),
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
  derivations: optional(
    resource(
      "derivations.csv",
      "Rules of derived variables",
      ["variable", "code", "from_variable", "from_code"],
      {
        variable: id("derived variable, of kind multiple"),
        code: id("code that it gives"),
        from_variable: id("variable of the same question that it is derived from"),
        from_code: id("code or answer that is enough for it"),
      },
      [CODE_KEY, { fields: ["from_variable", "from_code"], resource: "codes", reference: ["variable", "code"] }],
    ),
  ),
  changes: optional(
    resource("changes.csv", "Changes", ["seq"], {
      seq: integer("position in the log, from 1", 1),
      at: time("when it was changed"),
      by: optionalText("who changed it, where that is known"),
      kind: id("kind of edit"),
      about: text("what was changed: response/3.4/BE, observation/partners/BE/facebook, code/partners/facebook"),
      column: optionalText("column that was changed; empty where something was added or removed"),
      before: optionalText("what stood there"),
      after: optionalText("what stands there now"),
    }),
  ),
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
export type Finding = RowOf<"findings">;
export type Caveat = RowOf<"caveats">;
export type Derivation = RowOf<"derivations">;
export type Change = RowOf<"changes">;
