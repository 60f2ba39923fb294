import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownText } from "../../../src/core/export/markdown-text.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { packageReadme } from "../../../src/core/export/package-readme.ts";
import { hostileCell, randomPackage } from "../../fixtures/random-package.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", { code: "CZ", dissemination: "network" }, "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "silent"],
      multiple: { platforms: { codes: ["vk", "skype"], of: { CZ: ["vk"] } } },
    },
  ],
  statedCounts: [{ id: "two", variable: "monitoring", codes: "yes", value: "2" }],
  caveats: [{ id: "odd", about: "platforms", what: "The list is *open*", handling: "Left <as> it is" }],
};

function readme(audience: "public" | "network"): string {
  return packageReadme(outgoingTo(audience, tinyDataset(QUERY)));
}

describe("packageReadme", () => {
  test("has a codebook with how many of how many, and no state given where none is", () => {
    expect(readme("network")).toContain("| `yes` | Label of yes | ● affirmative | 2 of 3 | given |");
    expect(readme("network")).toContain("| `vk` | Label of vk | 1 of 3 | given |");
    expect(readme("network")).toContain("| `skype` | Label of skype | no state given | given |");
    expect(readme("network")).toContain("1 of the 1 counts that the source prints agree with the data.");
  });

  test("counts no one who withheld where it is public", () => {
    expect(readme("public")).toContain("| `yes` | Label of yes | ● affirmative | 1 of 2 | given |");
    expect(readme("public")).toContain("| `vk` | Label of vk | no state given | given |");
    expect(readme("public")).not.toMatch(/CZ|network only|counts that the source prints/);
  });

  test("says first for whom it is, and who withheld", () => {
    expect(readme("network")).toMatch(/^# A tiny query \(for the network only\)\n/);
    expect(readme("network")).toContain("1 of 3 respondents withheld wider dissemination (CZ)");
  });

  test("shows what is text as text", () => {
    expect(readme("public")).toContain("- `platforms`: The list is \\*open\\* Left \\<as\\> it is (1 ¶1)");
  });

  test("keeps its tables whole whatever a package says", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomPackage({ respondents: [2, 4], questions: [1, 4] }), (dataset) => {
        const text = packageReadme(outgoingTo("network", dataset));
        let columns = 0;
        for (const line of text.split("\n")) {
          const bars = line.startsWith("|") ? line.replaceAll(/\\./g, "").split("|").length : 0;
          if (bars > 0 && columns > 0) expect(bars, line).toBe(columns);
          columns = bars;
        }
        expect(text).not.toMatch(/(?<!\\)<(?!\/?https)/);
      }),
      { numRuns: 20 },
    );
  });
});

describe("markdownText", () => {
  test.each([
    ["- one", "\\- one"],
    ["1. one", "1\\. one"],
    ["---", "\\---"],
    ["a - b 1. c", "a - b 1. c"],
  ])("makes no list, rule or heading of %s", (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  test("is one line without markup, and loses no word", () => {
    fc.assert(
      fc.property(hostileCell(), (text) => {
        const written = markdownText(text);
        expect(written).not.toMatch(/[\n\r]|(?<!\\)(?:\\\\)*[*_`|<[]/);
        expect(written.replaceAll(/\\(.)/gu, "$1")).toBe(text.replaceAll(/\s+/g, " ").trim());
      }),
    );
  });
});
