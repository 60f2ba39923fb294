import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COUNTRIES } from "../../../src/core/collection/countries.ts";
import { changedMembership, findCountry, respondentFrom } from "../../../src/core/collection/respondent-names.ts";
import { readCsv } from "../../../src/formats/read-csv.ts";

const codeOf = (name: string): string | null => findCountry(name)?.code ?? null;

describe("the names of respondents", () => {
  test.each([
    ["EL", "EL"],
    ["GR", "EL"],
    ["Hellas", "EL"],
    ["Ελλάδα", "EL"],
    ["GB", "UK"],
    ["U.K.", "UK"],
    ["Great Britain", "UK"],
    ["Slovak Republic", "SK"],
    ["Czech Republic", "CZ"],
    ["česká  REPUBLIKA", "CZ"],
    ["The Netherlands", "NL"],
    ["Netherlands, The", "NL"],
    ["Republic of Cyprus", "CY"],
    ["Ísland", "IS"],
    ["Österreich", "AT"],
    ["Belgium (BE)", "BE"],
    ["BE - Belgium", "BE"],
    ["EMN NCP Belgium", "BE"],
    ["EMN NCP - Belgium", "BE"],
    ["Belgium NCP", "BE"],
    ["LV/Latvia", "LV"],
    ["Bosnia & Herzegovina", "BA"],
    ["Republic of North Macedonia", "MK"],
    ["Republic of Moldova", "MD"],
    [" no ", "NO"],
    ["Germany, Austria", null],
    ["Germany (AT)", null],
    ["Atlantis", null],
    ["", null],
  ])("%j means %j", (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  test("every name, code and spelling of the table means its own country", () => {
    for (const { code, iso2, iso3, name, alsoCalled } of COUNTRIES)
      for (const spelling of [code, iso2, iso3, name, ...alsoCalled.split("|")])
        expect([spelling, codeOf(spelling.toUpperCase())]).toEqual([spelling, code]);
  });

  test("no spelling belongs to two countries", () => {
    const all = COUNTRIES.flatMap(({ code, iso2, iso3, name, alsoCalled }) =>
      [...new Set([code, iso2, iso3, name, ...alsoCalled.split("|")])].map((spelling) => spelling.toLowerCase()),
    );
    expect(all.filter((spelling, i) => all.indexOf(spelling) !== i)).toEqual([]);
  });
});

describe("a respondent from its name", () => {
  test("is the one that the packaged query has, for every respondent of it", () => {
    const table = readCsv("respondents.csv", readFileSync("data/emn-ahq-1055/respondents.csv", "utf8"));
    if ("faults" in table) throw new Error("respondents.csv cannot be read");
    for (const { cells } of table.rows) {
      const country = findCountry(cells[0] ?? "");
      if (country === null) throw new Error(`no country ${cells[0]}`);
      const row = respondentFrom(country, "2016-04-18", "unknown");
      expect(Object.values(row).map((value) => String(value ?? ""))).toEqual(cells);
    }
  });

  test.each([
    ["UK", "2020-01-31", "member", 1973],
    ["UK", "2020-02-01", "not-member", null],
    ["UK", "", "not-member", null],
    ["HR", "2013-06-30", "not-member", null],
    ["HR", "2013-07-01", "member", 2013],
    ["NO", "2016-04-18", "not-member", null],
  ])("%s on %j is a %s since %j", (name, day, membership, joined_eu) => {
    const country = findCountry(name);
    expect(country && respondentFrom(country, day, "public")).toMatchObject({ membership, joined_eu });
  });

  test("depends on the day for those alone that joined or left while the network was there", () => {
    expect(COUNTRIES.filter(changedMembership).map(({ code }) => code)).toEqual(["HR", "UK"]);
  });
});
