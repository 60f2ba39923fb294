import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/core/dataset/fault.ts";
import type { RawPackage, RawRow, RawTable } from "../../../src/core/dataset/raw-package.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "../../../src/core/dataset/resources.ts";
import { validatePackage } from "../../../src/core/dataset/validate-package.ts";
import { type TinyQuery, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"], CZ: ["vk"] } } },
    },
    { id: "2", variable: "cooperation", answers: ["yes", "silent"] },
  ],
  examples: [{ id: "told", question: "1", respondent: "BE", variable: "platforms", code: "facebook" }],
  findings: [{ id: "found", question: "1" }],
  statedCounts: [{ id: "one", variable: "monitoring", codes: "yes", value: "1" }],
  tensions: [{ id: "odd", when: "monitoring:yes" }],
  caveats: [{ id: "beware", about: "tiny" }],
};
const SOUND = tinyPackage(QUERY);

function tableOf(raw: RawPackage, name: ResourceName): RawTable {
  const table = raw.tables[name];
  if (table === undefined || "faults" in table) throw new Error(`the package has ${name}`);
  return table;
}

function withTable(name: ResourceName, change: (table: RawTable) => RawTable, raw: RawPackage = SOUND): RawPackage {
  return { ...raw, tables: { ...raw.tables, [name]: change(tableOf(raw, name)) } };
}

function withRows(name: ResourceName, change: (rows: readonly RawRow[]) => readonly RawRow[], raw = SOUND): RawPackage {
  return withTable(name, (table) => ({ ...table, rows: change([...table.rows]) }), raw);
}

/** The package with one cell changed; rows are numbered as in a spreadsheet. */
function withCell(name: ResourceName, row: number, column: string, cell: string, raw = SOUND): RawPackage {
  const at = tableOf(raw, name).header.indexOf(column);
  const change = (own: RawRow): RawRow =>
    own.number === row ? { number: row, cells: own.cells.map((value, i) => (i === at ? cell : value)) } : own;
  return withRows(name, (rows) => rows.map(change), raw);
}

function withRow(name: ResourceName, cells: Readonly<Record<string, string>>, raw = SOUND): RawPackage {
  const { header } = tableOf(raw, name);
  const own = (rows: readonly RawRow[]): RawRow => ({
    number: rows.length + 2,
    cells: header.map((column) => cells[column] ?? ""),
  });
  return withRows(name, (rows) => [...rows, own(rows)], raw);
}

function faultsOf(raw: RawPackage): readonly Fault[] {
  return validatePackage(raw).faults ?? [];
}

const OBSERVATION = { basis: "listed", locator: "1 ¶1" };

describe("a sound package", () => {
  test("becomes a dataset with every row, in the types of the columns", () => {
    const { dataset, faults } = validatePackage(SOUND);
    expect(faults).toBeUndefined();
    expect(dataset?.respondents.map(({ code, joined_eu }) => [code, joined_eu])).toEqual([
      ["BE", 1958],
      ["CZ", 1958],
    ]);
    expect(dataset?.["stated-counts"]).toMatchObject([{ codes: ["yes"], value: 1, relation: "exactly" }]);
    expect(dataset?.responses).toHaveLength(4);
    expect(dataset?.info).toMatchObject({ name: "tiny", version: "1.0.0", query: { theme: "unknown" } });
    expect(dataset?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("has its digest made once, when it is first asked for", () => {
    let made = 0;
    const sha256 = (texts: Iterable<string>): string => `${[...texts].length > 0 ? "digest" : ""} ${++made}`;
    const { dataset } = validatePackage(SOUND, [], sha256);
    expect(made).toBe(0);
    expect([dataset?.digest, dataset?.digest, JSON.parse(JSON.stringify(dataset)).digest]).toEqual(
      Array.from({ length: 3 }, () => "digest 1"),
    );
  });

  test("may have its columns in any order", () => {
    const turned = withTable("codes", ({ file, header, rows }) => ({
      file,
      header: [...header].reverse(),
      rows: Array.from(rows, ({ number, cells }) => ({ number, cells: [...cells].reverse() })),
    }));
    expect(validatePackage(turned).dataset?.codes).toEqual(validatePackage(SOUND).dataset?.codes);
  });

  test("tells where each row stands in its file", () => {
    const spaced = withRows("tensions", (rows) => rows.map(({ cells }) => ({ number: 7, cells })));
    const { dataset, place } = validatePackage(spaced);
    expect(dataset).toBeDefined();
    expect(place?.("tensions", 0)).toEqual({ file: "tensions.csv", row: 7 });
  });
});

describe("a fault of one cell", () => {
  test.each<[ResourceName, number, string, string, string]>([
    ["respondents", 2, "membership", "observer", "one of member, not-member"],
    ["respondents", 2, "region", "north", "one of northern, western, southern, central-eastern"],
    ["respondents", 3, "joined_eu", "soon", "a whole number of at least 1950"],
    ["respondents", 3, "name", "", "text, not an empty cell"],
    ["respondents", 3, "dissemination", "yes", "one of public, network, unknown"],
    ["questions", 3, "order", "0", "a whole number of at least 1"],
    ["questions", 2, "theme", "", "text, not an empty cell"],
    ["variables", 3, "kind", "single", "one of answer, multiple"],
    ["codes", 2, "meaning", "maybe", expect.stringContaining("one of affirmative, partial")],
    ["responses", 4, "basis", "guessed", "one of listed, listed-together, described, inferred"],
    ["responses", 4, "locator", "", expect.stringContaining("such as 3.1 ¶1 •2 or 1 fn 1")],
    ["observations", 2, "locator", "¶1", expect.stringContaining("section, paragraph")],
    ["examples", 2, "text", "", "text, not an empty cell"],
    ["findings", 2, "speaker", "someone", expect.stringContaining("one of states, providers")],
    ["stated-counts", 2, "relation", "about", expect.stringContaining("one of exactly, majority")],
    ["stated-counts", 2, "codes", "yes; no", "ids joined by ; without spaces"],
    ["stated-counts", 2, "value", "-1", "a whole number of at least 0"],
    ["tensions", 2, "why", "", "text, not an empty cell"],
    ["caveats", 2, "handling", "", "text, not an empty cell"],
  ])("in %s row %i, column %s, is the only fault: %j", (name, row, column, found, expected) => {
    expect(faultsOf(withCell(name, row, column, found))).toEqual([
      { file: RESOURCES[name].file, row, column, found, expected },
    ]);
  });
});

describe("a key", () => {
  test("occurs once", () => {
    const doubled = withRows("observations", (rows) => [...rows, { number: 9, cells: rows[0]?.cells ?? [] }]);
    expect(faultsOf(doubled)).toEqual([
      {
        file: "observations.csv",
        row: 9,
        column: "variable, respondent, code",
        found: "platforms, BE, facebook",
        expected: "a key of its own; row 2 has the same",
      },
    ]);
  });

  test.each<[ResourceName, number, string, string, string, string]>([
    ["variables", 2, "question", "9", "9", "a row of questions.csv with this id"],
    ["observations", 2, "respondent", "NO", "NO", "a row of respondents.csv with this code"],
    ["observations", 2, "code", "skype", "platforms, skype", "a row of codes.csv with this variable, code"],
    ["examples", 2, "code", "skype", "platforms, skype", "a row of codes.csv with this variable, code"],
    ["examples", 2, "question", "9", "9", "a row of questions.csv with this id"],
    ["findings", 2, "question", "constructor", "constructor", "a row of questions.csv with this id"],
    ["stated-counts", 2, "question", "9", "9", "a row of questions.csv with this id"],
    ["stated-counts", 2, "variable", "colour", "colour", "a row of variables.csv with this id"],
  ])(
    "in %s row %i, column %s, %j, stands in the table that it refers to",
    (name, row, column, cell, found, expected) => {
      const [fault, ...others] = faultsOf(withCell(name, row, column, cell));
      expect(others).toEqual([]);
      expect(fault).toMatchObject({ file: RESOURCES[name].file, row, found, expected });
      expect(fault?.column.split(", ")).toContain(column);
    },
  );

  test("of a response that no question or respondent has is a fault beside the one that is then missing", () => {
    expect(faultsOf(withCell("responses", 2, "respondent", "NO"))).toEqual([
      {
        file: "responses.csv",
        row: 2,
        column: "respondent",
        found: "NO",
        expected: "a row of respondents.csv with this code",
      },
      {
        file: "responses.csv",
        row: null,
        column: "question, respondent",
        found: "",
        expected: "a row for question 1, respondent BE: silence is coded, never left out",
      },
    ]);
  });
});

describe("a rule", () => {
  test("wants respondents that differ by more than capital letters", () => {
    const twice = withRows("respondents", (rows) => [
      ...rows,
      { number: 4, cells: (rows[0]?.cells ?? []).map((cell) => (cell === "BE" ? "be" : cell)) },
    ]);
    expect(faultsOf(twice)).toContainEqual(
      expect.objectContaining({
        file: "respondents.csv",
        column: "code",
        found: "be",
        expected: "a code that differs from BE by more than capital letters",
      }),
    );
  });

  test("wants every response", () => {
    expect(faultsOf(withRows("responses", (rows) => rows.slice(1)))).toEqual([
      {
        file: "responses.csv",
        row: null,
        column: "question, respondent",
        found: "",
        expected: "a row for question 1, respondent BE: silence is coded, never left out",
      },
    ]);
  });

  test("wants an answer that is a code of the question", () => {
    expect(faultsOf(withCell("responses", 4, "answer", "maybe"))).toEqual([
      {
        file: "responses.csv",
        row: 4,
        column: "answer",
        found: "maybe",
        expected: "a code of question 2 (yes, partly, no, never, none, remark, silent, unknown)",
      },
    ]);
  });

  test("wants one answer variable for each question", () => {
    expect(faultsOf(withCell("variables", 2, "kind", "answer"))).toContainEqual({
      file: "questions.csv",
      row: 2,
      column: "id",
      found: "platforms, monitoring",
      expected: "exactly one variable of kind answer for question 1 in variables.csv",
    });
    expect(faultsOf(withCell("variables", 4, "kind", "multiple"))).toContainEqual(
      expect.objectContaining({ file: "questions.csv", row: 3, found: "2 without one" }),
    );
  });

  test("wants no observation of an answer variable", () => {
    const raw = withRow("observations", { variable: "monitoring", respondent: "BE", code: "yes", ...OBSERVATION });
    expect(faultsOf(raw)).toEqual([
      {
        file: "observations.csv",
        row: 4,
        column: "variable",
        found: "monitoring",
        expected: "a variable of kind multiple; answers stand in responses.csv",
      },
    ]);
  });

  test("wants the variable of an example's code, and a variable that is there", () => {
    expect(faultsOf(withCell("examples", 2, "variable", ""))).toEqual([
      { file: "examples.csv", row: 2, column: "variable", found: "", expected: "the variable of code facebook" },
    ]);
    expect(faultsOf(withCell("findings", 2, "variable", "colour"))).toEqual([
      { file: "findings.csv", row: 2, column: "variable", found: "colour", expected: "an id of variables.csv" },
    ]);
  });

  test.each([
    ["codes", "yes;maybe", "maybe", "codes of monitoring (yes, partly, no, never, none, remark, silent, unknown)"],
    ["codes", "", "", "one or more codes of monitoring"],
    ["value", "", "", "a number, as the relation is exactly"],
    ["variable", "", "yes", "no codes where variable is empty"],
  ])("wants of a stated count a fitting %s, not %j", (column, cell, found, expected) => {
    const faulty = column === "variable" ? "codes" : column;
    expect(faultsOf(withCell("stated-counts", 2, column, cell))).toEqual([
      { file: "stated-counts.csv", row: 2, column: faulty, found, expected },
    ]);
  });

  test.each(["9", "1"])("wants another question for a parent, not %j", (found) => {
    expect(faultsOf(withCell("questions", 2, "parent", found))).toEqual([
      { file: "questions.csv", row: 2, column: "parent", found, expected: "the id of another question, or nothing" },
    ]);
    expect(faultsOf(withCell("questions", 3, "parent", "1"))).toEqual([]);
  });

  test("refuses questions that are parts of each other", () => {
    const both = withCell("questions", 2, "parent", "2", withCell("questions", 3, "parent", "1"));
    expect(faultsOf(both)).toEqual(
      [2, 3].map((row) =>
        expect.objectContaining({ row, column: "parent", expected: "a question that is no part of this one" }),
      ),
    );
  });

  test.each(["tiny", "1", "platforms", "platforms:facebook", "tiny/1/BE", "BE", "one"])(
    "takes a caveat about %s",
    (about) => {
      expect(faultsOf(withCell("caveats", 2, "about", about))).toEqual([]);
    },
  );

  test.each(["other", "9", "platforms:skype", "tiny/1/NO", "tiny/1", "told", "constructor"])(
    "takes no caveat about %s",
    (about) => {
      expect(faultsOf(withCell("caveats", 2, "about", about))).toEqual([
        {
          file: "caveats.csv",
          row: 2,
          column: "about",
          found: about,
          expected: expect.stringContaining("the id of the package, a question, variable"),
        },
      ]);
    },
  );
});

describe("a file", () => {
  test.each(RESOURCE_NAMES.filter((name) => !RESOURCES[name].isOptional))(
    "%s is missed, and nothing else is reported because of it",
    (name) => {
      const { [name]: _, ...tables } = SOUND.tables;
      expect(faultsOf({ ...SOUND, tables })).toEqual([
        { file: RESOURCES[name].file, row: null, column: "", found: "", expected: `the file ${RESOURCES[name].file}` },
      ]);
    },
  );

  test("of an optional table may be missing, and the table is then empty", () => {
    const { changes: _, derivations: __, ...tables } = SOUND.tables;
    expect(validatePackage({ ...SOUND, tables }).dataset).toMatchObject({ changes: [], derivations: [] });
  });

  test("that cannot be read as a table says why", () => {
    const fault: Fault = { file: "codes.csv", row: 3, column: "", found: "", expected: "closed quotation marks" };
    const codes = { file: "codes.csv", faults: [fault] as const };
    expect(faultsOf({ ...SOUND, tables: { ...SOUND.tables, codes } })).toEqual([fault]);
  });

  test("has each of its columns once and no other", () => {
    const raw = withTable("tensions", (table) => ({ ...table, header: ["id", "when", "colour", "why", "why"] }));
    expect(faultsOf(raw)).toEqual([
      { file: "tensions.csv", row: 1, column: "follow_up", found: "", expected: "a column follow_up" },
      { file: "tensions.csv", row: 1, column: "locator", found: "", expected: "a column locator" },
      {
        file: "tensions.csv",
        row: 1,
        column: "colour",
        found: "colour",
        expected: "only the columns id, when, why, follow_up, locator",
      },
      { file: "tensions.csv", row: 1, column: "why", found: "why", expected: "each column once" },
    ]);
  });

  test("has a cell for each column in every row", () => {
    const raw = withRows("responses", (rows) =>
      rows.map((row) => (row.number === 3 ? { number: 3, cells: [...row.cells, "too much"] } : row)),
    );
    expect(faultsOf(raw)).toEqual([
      { file: "responses.csv", row: 3, column: "", found: "7 cells", expected: "6 cells, one for each column" },
    ]);
  });

  test("is named as the user knows it", () => {
    const renamed = withTable("responses", (table) => ({ ...table, file: "my responses.csv" }));
    expect(faultsOf(withCell("responses", 4, "answer", "maybe", renamed))).toMatchObject([
      { file: "my responses.csv" },
    ]);
  });
});

describe("several faults", () => {
  test("of one row, one file and several files are all reported, in the order of the files", () => {
    const changes: readonly [ResourceName, number, string, string][] = [
      ["respondents", 2, "region", "north"],
      ["codes", 5, "order", "first"],
      ["responses", 2, "basis", "guessed"],
      ["responses", 2, "locator", "¶1"],
      ["responses", 5, "answer", "maybe"],
      ["observations", 2, "code", "skype"],
      ["caveats", 2, "about", "nothing"],
    ];
    const raw = changes.reduce((own, [name, row, column, cell]) => withCell(name, row, column, cell, own), SOUND);
    const found = faultsOf(raw).map(({ file, row, column, found: cell }) => `${file} ${row} ${column} ${cell}`);
    expect(found.sort()).toEqual(
      [
        "respondents.csv 2 region north",
        "codes.csv 5 order first",
        "responses.csv 2 basis guessed",
        "responses.csv 2 locator ¶1",
        "responses.csv 5 answer maybe",
        "observations.csv 2 variable, code platforms, skype",
        "caveats.csv 2 about nothing",
      ].sort(),
    );
  });

  test("leave no dataset", () => {
    expect(validatePackage(withCell("caveats", 2, "about", "nothing")).dataset).toBeUndefined();
  });

  test("of a row whose key cannot be read do not make faults of the rows that refer to it", () => {
    expect(faultsOf(withCell("respondents", 2, "code", "B E"))).toMatchObject([
      { row: 2, column: "code", found: "B E" },
    ]);
    expect(faultsOf(withCell("variables", 2, "id", "Platforms"))).toMatchObject([{ row: 2, column: "id" }]);
  });
});

describe("the descriptor", () => {
  test.each<[unknown, string, string, string]>([
    [{ title: "T", version: "1", query: { title: "Q" } }, "name", "", "text"],
    [
      { name: "T T", title: "T", version: "1", query: { title: "Q" } },
      "name",
      '"T T"',
      expect.stringContaining("an id of lower-case"),
    ],
    [{ name: "t", title: "", version: "1", query: { title: "Q" } }, "title", '""', "text that is not empty"],
    [{ name: "t", title: "T", version: 1, query: { title: "Q" } }, "version", "1", "text"],
    [{ name: "t", title: "T", version: "1" }, "query", "", "an object"],
    [
      { name: "t", title: "T", version: "1", query: { title: "Q", requesters: "NL" } },
      "query.requesters",
      '"NL"',
      "a list",
    ],
    [
      { name: "t", title: "T", version: "1", query: { title: "Q", number: [] } },
      "query.number",
      "[]",
      "text or a number",
    ],
    ...["2026-13-45", "2026-02-30", "2026-00", "18 April 2026", "26", "2026-4-1"].map(
      (launched): [unknown, string, string, string] => [
        { name: "t", title: "T", version: "1", query: { title: "Q", launched } },
        "query.launched",
        JSON.stringify(launched),
        "a day that there is as YYYY-MM-DD, a month as YYYY-MM, or a year",
      ],
    ),
    [[], "", "[]", "an object"],
    [null, "", "null", "an object"],
  ])("%j has a fault in %s", (descriptor, column, found, expected) => {
    const own = faultsOf({ ...SOUND, descriptor }).filter(({ file }) => file === "datapackage.json");
    expect(own).toContainEqual({ file: "datapackage.json", row: null, column, found, expected });
  });

  test.each([
    ["created", "2026-01-31"],
    ["homepage", "example.org"],
    ["image", "../picture.png"],
    ["licenses", [{ title: "All rights reserved" }]],
    ["contributors", [{}]],
    ["sources", [{ title: "A", path: "/etc/passwd" }]],
    ["sources", [{ path: "https://example.org" }]],
  ])("that could not be written again has a fault: %s %j", (property, value) => {
    const descriptor = { name: "t", title: "T", version: "1", query: { title: "Q" }, [property]: value };
    expect(faultsOf({ ...SOUND, descriptor }).map(({ column }) => column.split(".")[0])).toEqual([property]);
  });

  test("keeps every property that the standard has of a package", () => {
    const stated = {
      ...{
        name: "tiny",
        id: "doi:1",
        title: "T",
        description: "D",
        version: "1",
        created: "2026-01-31T12:00:00.5+01:00",
      },
      ...{ homepage: "https://example.org", image: "pictures/a.png", keywords: ["k"] },
      contributors: [
        { givenName: "A", familyName: "B", path: "https://example.org/a", organization: "C", roles: ["r"] },
      ],
      licenses: [{ path: "terms.txt", title: "Terms" }],
      sources: [{ title: "S", email: "s@example.org", version: "2" }],
    };
    const descriptor = { ...stated, query: { title: "Q", addressees: ["BE"] } };
    expect(validatePackage({ ...SOUND, descriptor }).dataset?.info).toMatchObject(descriptor);
  });

  test("with a fault makes no faults of sound caveats", () => {
    expect(faultsOf({ ...SOUND, descriptor: null }).map(({ file }) => file)).toEqual(["datapackage.json"]);
  });
});
