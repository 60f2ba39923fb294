import { describe, expect, test } from "vitest";
import { readDraft } from "../../src/core/notebook/query-draft.ts";
import { EMPTY_DRAFT, type WorkingDraft } from "../../src/core/notebook/working-draft.ts";
import { DRAFT_FORMAT_IDS, DRAFT_FORMATS, type DraftFormatId } from "../../src/formats/draft-formats.ts";
import { readWorkbook } from "../../src/formats/read-workbook.ts";
import { unzip } from "../fixtures/unzip.ts";

const ANSWERS: WorkingDraft["questions"][number]["answers"] = [
  { code: "yes", label: "Yes", meaning: "affirmative" },
  { code: "no-information", label: "No information", meaning: "no-information" },
];

const DRAFT: WorkingDraft = {
  ...EMPTY_DRAFT,
  number: "2026.7",
  title: "Social media, <ten> years on",
  requesters: ["Belgium", "Finland"],
  theme: "Smuggling",
  background: "The first query was in **2016**.\n\n- it named tools\n- it named partners",
  launched: "2026-11-24",
  deadline: "2026-12-15",
  addressees: ["BE", "EL"],
  questions: [
    {
      key: "a",
      parent: null,
      label: "Tools",
      wording: "Which tools?",
      explanation: "Also *free* ones.",
      answers: ANSWERS,
      variables: [],
      notes: [],
    },
    {
      key: "b",
      parent: "a",
      label: "Costs",
      wording: "At what cost?",
      explanation: "",
      answers: ANSWERS,
      variables: [{ id: "", label: "Paid by", codes: [{ code: "", label: "The State", meaning: "neutral" }] }],
      notes: [],
    },
  ],
};

async function written(format: DraftFormatId, draft: WorkingDraft = DRAFT): Promise<Uint8Array> {
  const { bytes, faults } = await DRAFT_FORMATS[format].write(draft);
  if (bytes === undefined) throw new Error(JSON.stringify(faults));
  return bytes;
}

/** The words of each paragraph of a Word document. */
async function paragraphs(bytes: Uint8Array): Promise<readonly string[]> {
  const xml = (await unzip(bytes))["word/document.xml"] ?? "";
  return xml
    .split("</w:p>")
    .map((part) =>
      [...part.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join(""),
    );
}

describe("a draft as a file", () => {
  test("is a Word document in the order of an ad-hoc query's header and questions", async () => {
    const words = (await paragraphs(await written("docx"))).filter((text) => text !== "");
    expect(words).toEqual([
      "Ad-hoc query on Social media, &lt;ten&gt; years on",
      "Query: 2026.7",
      "Requested by: Belgium, Finland on 24 November 2026",
      "Theme: Smuggling",
      "Reply by: 15 December 2026",
      "Addressed to: Belgium, Greece (2 in total)",
      "Background information",
      "The first query was in 2016.",
      "•\tit named tools",
      "•\tit named partners",
      "Questions",
      "1. Which tools?",
      "Also free ones.",
      "Answers: ☐ Yes   ☐ No information",
      "1.1. At what cost?",
      "Answers: ☐ Yes   ☐ No information",
      "Paid by: ☐ The State",
      "Wider dissemination",
      expect.stringMatching(/^Yes: your answers/),
    ]);
    const xml = (await unzip(await written("docx")))["word/document.xml"] ?? "";
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(3);
  });

  test("is Markdown that keeps foreign marks as text", async () => {
    const text = new TextDecoder().decode(await written("md"));
    expect(text).toContain("# Ad-hoc query on Social media, \\<ten\\> years on\n");
    expect(text).toContain("The first query was in **2016**.\n\n- it named tools\n- it named partners\n");
    expect(text).toContain("- **1** Which tools?\n\n  Also *free* ones.\n  - *Answers*: Yes | No information\n");
    expect(text).toContain("  - **1.1** At what cost?\n");
  });

  test("is JSON that is read as the same query, and a workbook with a sheet for each question", async () => {
    const json: unknown = JSON.parse(new TextDecoder().decode(await written("json")));
    const { draft } = readDraft("draft.json", json);
    expect(draft?.questions.map(({ id, parent }) => [id, parent])).toEqual([
      ["1", ""],
      ["1.1", "1"],
    ]);
    const { grids } = await readWorkbook("draft.xlsx", await written("xlsx"));
    expect(
      grids?.some(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text.includes("At what cost?")))),
    ).toBe(true);
  });

  test("has the same bytes each time", async () => {
    for (const format of DRAFT_FORMAT_IDS) expect(await written(format)).toEqual(await written(format));
  });

  test("goes out as words however incomplete, and as JSON or workbook only when it is complete", async () => {
    expect((await paragraphs(await written("docx", EMPTY_DRAFT)))[0]).toBe("Ad-hoc query");
    expect((await DRAFT_FORMATS.json.write(EMPTY_DRAFT)).faults?.map(({ column }) => column)).toEqual([
      "title",
      "questions",
    ]);
    expect((await DRAFT_FORMATS.xlsx.write(EMPTY_DRAFT)).bytes).toBeUndefined();
  });
});
