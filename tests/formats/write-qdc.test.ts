import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { outgoingTo } from "../../src/core/export/outgoing.ts";
import { writeQdc } from "../../src/formats/write-qdc.ts";
import { randomPackage } from "../fixtures/random-package.ts";
import { type TinyQuery, tinyDataset } from "../fixtures/tiny-dataset.ts";

const SCHEMA = readFileSync(resolve(import.meta.dirname, "refi-qda-codebook.xsd"), "utf8");
const QUERY: TinyQuery = {
  name: "tiny",
  respondents: ["BE", { code: "CZ", dissemination: "network" }],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"], multiple: { platforms: { codes: ["vk"] } } }],
};
const QDC = writeQdc(outgoingTo("public", tinyDataset(QUERY)), "2026-01-31");

async function faultsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: "a.qdc", contents: xml }, schema: SCHEMA });
  return errors.map(({ rawMessage }) => rawMessage);
}

function attributes(qdc: string, element: string, name: string): readonly string[] {
  return [...qdc.matchAll(new RegExp(`<${element}[^>]*? ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}

describe("writeQdc", () => {
  test("keeps the standard's schema", async () => {
    expect(await faultsOf(QDC)).toEqual([]);
  });

  test("keeps it whatever the texts of a package are", { timeout: 60_000 }, async () => {
    const control = fc
      .constantFrom("\u0000", "\u0008", "\u000b", "\ufffe", "a", "<", "&", '"', "\n", "]]>")
      .chain((one) => fc.constantFrom(`${one}x`, `x${one}`));
    for (const texts of [undefined, control]) {
      const small = { respondents: [2, 4], questions: [1, 5] } as const;
      const [dataset] = fc.sample(randomPackage(texts === undefined ? small : { ...small, texts }), 1);
      if (dataset === undefined) throw new Error("there is a sample");
      expect(await faultsOf(writeQdc(outgoingTo("network", dataset), "2026-01-31"))).toEqual([]);
    }
  });

  test.each([
    ['isCodable="true"', ""],
    [/guid="[^"]*"/, 'guid="none"'],
    ["<Sets>", "<Sets></Sets><Sets>"],
    ["</Code>", ""],
    ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"],
  ])("is refused by that schema with %s changed", async (from, to) => {
    expect(QDC.replace(from, to)).not.toBe(QDC);
    expect(await faultsOf(QDC.replace(from, to))).not.toEqual([]);
  });

  test("has question, variable and code inside each other, of which codes alone can be coded with", () => {
    expect(attributes(QDC, "Code", "isCodable")).toEqual([
      "false",
      "false",
      "false",
      ...Array(8).fill("true"),
      "false",
      "true",
    ]);
    expect(attributes(QDC, "Code", "name").slice(0, 4)).toEqual([
      "A tiny query",
      "1 Question 1",
      "Label of monitoring (monitoring)",
      "monitoring: Label of yes (yes)",
    ]);
  });

  test("has no GUID and no name twice, and a set of codes for every meaning of an answer", () => {
    for (const name of ["guid", "name"]) {
      const all = attributes(QDC, "(?:Code|Set)", name);
      expect(new Set(all).size).toBe(all.length);
    }
    expect(attributes(QDC, "Set", "name")).toContain("Meaning: Not mentioned");
    const codes = new Set(attributes(QDC, "Code", "guid"));
    const members = attributes(QDC, "MemberCode", "guid");
    expect(members).toHaveLength(8);
    expect(members.filter((guid) => !codes.has(guid))).toEqual([]);
  });

  test("has the same GUIDs after labels, answers and version changed, and others in another package", () => {
    const changed = { ...QUERY, questions: [{ id: "1", variable: "monitoring", answers: ["no", "no"] }] } as const;
    const again = attributes(writeQdc(outgoingTo("public", tinyDataset(changed)), "2030-01-01"), "Code", "guid");
    expect(attributes(QDC, "Code", "guid")).toEqual(expect.arrayContaining([...again]));
    const other = attributes(
      writeQdc(outgoingTo("public", tinyDataset({ ...QUERY, name: "other" })), ""),
      "Code",
      "guid",
    );
    expect(attributes(QDC, "Code", "guid").filter((guid) => other.includes(guid))).toEqual([]);
    expect(again[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("says for whom it is", () => {
    expect(QDC).not.toMatch(/CZ|network only/i);
    const closed = writeQdc(outgoingTo("network", tinyDataset(QUERY)), "2026-01-31");
    expect(attributes(closed, "Code", "name")[0]).toBe("A tiny query (for the network only)");
  });
});
