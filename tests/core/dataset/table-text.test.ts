import { describe, expect, test } from "vitest";
import { contentDigest, tableText } from "../../../src/core/dataset/table-text.ts";
import { readPackage } from "../../../src/formats/read-package.ts";
import { smallPackage } from "../../fixtures/small-package.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "NO"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"], summaries: { BE: "Yes" } }],
  caveats: [{ about: "1" }],
};

describe("tableText", () => {
  test("quotes only what needs it, and doubles quotation marks", () => {
    const { caveats } = tinyDataset({
      ...QUERY,
      caveats: [
        { about: "1", what: 'said "a, b"\nand c', handling: " left, " },
        { about: "1", what: "'d'; e" },
      ],
    });
    expect(tableText("caveats", caveats)).toBe(
      'id,about,what,handling,locator\ncaveat-1,1,"said ""a, b""\nand c"," left, ",1 ¶1\ncaveat-2,1,\'d\'; e,left,1 ¶1\n',
    );
  });

  test("writes a number that is not there as nothing, and ids joined by ;", () => {
    const { respondents, "stated-counts": counts } = tinyDataset({
      ...QUERY,
      respondents: [
        { code: "BE", joined_eu: "0001958" },
        { code: "NO", joined_eu: "" },
      ],
      statedCounts: [{ variable: "monitoring", codes: "yes;no", relation: "several" }],
      caveats: [{ about: "count-1" }],
    });
    expect(tableText("respondents", respondents)).toMatch(/western,1958,public\nNO,.*western,,public\n$/);
    expect(tableText("stated-counts", counts)).toContain("monitoring,yes;no,,some,several,,");
  });
});

describe("contentDigest", () => {
  const digestOf = (changes: Readonly<Record<string, (text: string) => string>>): string => {
    const files = Object.entries(smallPackage()).map(([file, text]) => [file, (changes[file] ?? ((own) => own))(text)]);
    const { dataset, faults } = readPackage(Object.fromEntries(files));
    if (dataset === undefined) throw new Error(JSON.stringify(faults));
    return dataset.digest;
  };

  test("does not depend on line ends, byte order mark, quotation marks, the order of columns or the descriptor", () => {
    const quoted = (text: string): string => text.replaceAll(/^([a-z]+),/gm, '"$1",');
    const turned = (text: string): string =>
      text.replaceAll(/^([^,\n]*),([^,\n]*),/gm, (_, first: string, second: string) => `${second},${first},`);
    const changes = {
      "questions.csv": (text: string) => text.replaceAll("\n", "\r\n"),
      "codes.csv": quoted,
      "observations.csv": turned,
      "caveats.csv": (text: string) => `\ufeff${text}`,
      "datapackage.json": (text: string) => text.replace("Small query", "Another title"),
    };
    for (const [file, change] of Object.entries(changes))
      expect(change(smallPackage()[file] ?? ""), file).not.toBe(smallPackage()[file]);
    expect(digestOf(changes)).toBe(digestOf({}));
  });

  test("changes with a cell of any table", () => {
    const { tensions, ...rest } = tinyDataset(QUERY);
    const other = tinyDataset({ ...QUERY, caveats: [{ about: "monitoring" }] });
    expect(contentDigest({ ...rest, tensions })).toBe(tinyDataset(QUERY).digest);
    expect(other.digest).not.toBe(tinyDataset(QUERY).digest);
  });
});
