import { describe, expect, test } from "vitest";
import { applyMapping } from "../../../src/core/collection/apply-mapping.ts";
import {
  extendMapping,
  likelyGrid,
  proposeMapping,
  withColumnsOf,
} from "../../../src/core/collection/propose-mapping.ts";
import { parseMapping, printMapping, type WideMapping } from "../../../src/core/collection/wide-mapping.ts";
import { type CellGiven, gridFrom } from "../../fixtures/grid.ts";

const STATES = ["Belgium", "Czech Republic", "Greece", "Finland", "France", "Germany", "Latvia", "Norway"];

function proposed(rows: readonly (readonly CellGiven[])[]): WideMapping {
  return proposeMapping(gridFrom(rows));
}

function columnsOf({ columns }: WideMapping): readonly string[] {
  return columns.map((column) => {
    if (column.is === "codes") return `codes of ${column.variable}`;
    return "question" in column ? `${column.is} ${column.question}` : column.is;
  });
}

function meaningsOf({ questions }: WideMapping, id: string): Readonly<Record<string, string>> {
  const codes = questions.find((question) => question.id === id)?.codes ?? [];
  return Object.fromEntries(codes.flatMap(({ meaning, values }) => values.map((value) => [value, meaning])));
}

/** A table of the eight states with further columns of values, which are repeated as needed. */
function tableOf(header: readonly string[], ...columns: readonly (readonly CellGiven[])[]): CellGiven[][] {
  return [[...header], ...STATES.map((state, i) => [state, ...columns.map((cells) => cells[i % cells.length] ?? "")])];
}

describe("the header", () => {
  test("is found under titles and blank rows", () => {
    const mapping = proposed([
      ["EMN Ad-Hoc Query No. 1055 on the use of social media, launched on 18 April 2016"],
      [],
      ["Compilation of answers", "", "draft"],
      ...tableOf(["Member State", "Q1", "Comments"], ["Yes", "No"], ["Some words on it, at some length."]),
    ]);
    expect(mapping.header).toEqual({ row: 4, rows: 1 });
    expect(mapping.package).toMatchObject({ id: "emn-ahq-1055", number: "1055", launched: "2016-04-18" });
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "summary 1"]);
  });

  test("may have two rows, the upper one spanning columns", () => {
    const mapping = proposed([
      ["", "Question 1", "", "Question 2", ""],
      ...tableOf(["Country", "Answer", "Comment", "Answer", "Comment"], ["Yes", "No"], ["Words."], ["No"], ["More."]),
    ]);
    expect(mapping.header).toEqual({ row: 2, rows: 2 });
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "summary 1", "answer 2", "summary 2"]);
  });

  test("is not the row of a first state whose name is not known", () => {
    const mapping = proposed([
      ["Country", "Q1"],
      ["Atlantis", "Yes"],
      ["Belgium", "No"],
      ["France", "Yes"],
    ]);
    expect(mapping.header.row).toBe(1);
  });

  test("may be missing, and then no state is lost", () => {
    const grid = gridFrom([
      ["Belgium", "Yes"],
      ["France", "No"],
    ]);
    const { dataset } = applyMapping(grid, proposeMapping(grid));
    expect(dataset?.respondents.map(({ code }) => code)).toEqual(["BE", "FR"]);
  });
});

describe("the columns", () => {
  test.each([
    [["State", "Q1", "Q2"], "answer 1", "answer 2"],
    [["State", "Question 3.4: Do you cooperate?", "3.5 Anything else?"], "answer 3.4", "answer 3.5"],
    [["State", "1a) Do you?", "1b) Do you too?"], "answer 1a", "answer 1b"],
    [["State", "Do you monitor?", "Do you cooperate?"], "answer 1", "answer 2"],
    [["State", "Q1", "Q1"], "answer 1", "answer 1-2"],
    [["State", "", ""], "answer 1", "answer 2"],
    [["State", "Frage 1", "Frage 2"], "answer 1", "answer 2"],
  ])("of answers in %j are questions of their own", (header, first, second) => {
    const mapping = proposed(tableOf(header, ["Yes", "No"], ["No", "Yes", "N/A"]));
    expect(columnsOf(mapping)).toEqual(["respondent", first, second]);
  });

  test("of comments belong to the question before them or of the same number", () => {
    const words = ["A remark of some length that no other state makes in quite the same way, namely this."];
    const mapping = proposed(
      tableOf(["State", "Q1", "If yes, please specify", "Q2", "Q2 comments"], ["Yes"], words, ["No"], words),
    );
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "summary 1", "answer 2", "summary 2"]);
  });

  test("of comments are no lists, though they have commas and words in common", () => {
    const words = STATES.map((state) => `Some words, of ${state}`);
    const mapping = proposed(tableOf(["State", "Q1", "Q1 comments"], ["Yes", "No"], words));
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "summary 1"]);
  });

  test("of names, addresses, dates and running numbers are ignored", () => {
    const mapping = proposed(
      tableOf(["State", "Code", "Contact", "Date", "Q1"], ["BE", "CZ"], ["a@b.eu"], [["2016-05-01", "date"]], ["Yes"]),
    );
    expect(columnsOf(mapping).slice(2)).toEqual(["ignored", "ignored", "answer 1"]);
  });

  test("of long texts without answers are answered in words", () => {
    const texts = STATES.map(
      (state) => `In ${state} the law has provided for this since some year or other, in some act.`,
    );
    const mapping = proposed(tableOf(["State", "1. Describe your law"], [...texts.slice(0, 7), ""]));
    expect(columnsOf(mapping)).toEqual(["respondent", "summary 1"]);
    expect(mapping.questions[0]?.otherwise).toBe("answered");
    expect(meaningsOf(mapping, "1")).toEqual({ "": "not-mentioned" });
  });

  test("of texts that begin with the answer are read by their beginning; no data is not no", () => {
    const mapping = proposed(
      tableOf(
        ["State", "1. Do you monitor?"],
        [
          "Yes, since 2015 in all of the country, by the police and by the border guard.",
          "No. The law forbids it.",
          "No data on this is available.",
          "Yes",
        ],
      ),
    );
    expect(mapping.questions[0]?.reads).toBe("beginning");
    const reading = applyMapping(
      gridFrom(tableOf(["State", "1. Do you monitor?"], ["No data is there", "no: never"])),
      mapping,
    );
    expect(reading.dataset?.responses.slice(0, 2).map(({ answer }) => answer)).toEqual(["answered", "no"]);
  });

  test("of lists are variables of their own", () => {
    const mapping = proposed(
      tableOf(["State", "Q1", "Platforms"], ["Yes", "No"], ["Facebook, Twitter", "Twitter", "-", "VK, Facebook"]),
    );
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "codes of q1-platforms"]);
    expect(mapping.lists[0]).toMatchObject({ question: "1", separator: ",", none: ["-"] });
    expect(mapping.lists[0]?.codes.map(({ code }) => code)).toEqual(["facebook", "twitter", "vk"]);
  });
});

test("answers of no are not taken for Norway", () => {
  const mapping = proposed([
    ["Federal state", "Q1"],
    ["Atlantis", "No"],
    ["Lemuria", "No"],
    ["Mu", "No"],
  ]);
  expect(columnsOf(mapping)).not.toContain("respondent");
});

describe("the meaning of an answer", () => {
  test.each([
    ["Yes", "affirmative"],
    ["OUI", "affirmative"],
    ["ja", "affirmative"],
    ["Partly", "partial"],
    ["teilweise", "partial"],
    ["No", "negative"],
    ["Nein.", "negative"],
    ["not yet", "negative"],
    ["No information", "no-information"],
    ["NI", "no-information"],
    ["N/A", "no-information"],
    ["n.a.", "no-information"],
    ["Not applicable", "neutral"],
    ["Don't know", "no-information"],
    ["keine Angabe", "no-information"],
    ["Sans réponse", "not-mentioned"],
    ["-", "not-mentioned"],
    ["–", "not-mentioned"],
    ["None", "none-reported"],
    ["Other", "neutral"],
    ["No idea what this means", "neutral"],
    ["Yes, mostly", "affirmative"],
  ])("%j is %s", (answer, meaning) => {
    const mapping = proposed(tableOf(["State", "Q1"], ["Yes", "No", answer]));
    expect(meaningsOf(mapping, "1")[answer]).toBe(meaning);
  });

  test("the empty cell has a code of its own, even where there is none yet", () => {
    const mapping = proposed(tableOf(["State", "Q1"], ["Yes", "No"]));
    expect(meaningsOf(mapping, "1")[""]).toBe("not-mentioned");
  });

  test("spellings that differ in case, accents or a full stop are one answer", () => {
    const mapping = proposed(tableOf(["State", "Q1"], ["Yes", "YES", "yes.", "Sometimes", "sometimes."]));
    expect(mapping.questions[0]?.codes.map(({ code }) => code)).toEqual(["yes", "sometimes", "no-answer"]);
  });
});

test("answers that a mapping does not know are proposed anew, and those it knows stay as they were mapped", () => {
  const header = ["State", "Q1", "Platforms"];
  const before = proposed(tableOf(header, ["Yes", "No"], ["A; B", "B", "A; C"]));
  const [question] = before.questions;
  if (question === undefined) throw new Error("no question");
  const codes = question.codes.map((code) => (code.code === "no" ? { ...code, meaning: "partial" as const } : code));
  const corrected = { ...before, questions: [{ ...question, codes }] };
  const grid = gridFrom(tableOf(header, ["Yes", "No", "Not yet"], ["A; D", "none"]));
  expect(applyMapping(grid, corrected).faults?.length).toBeGreaterThan(0);
  const extended = extendMapping(grid, corrected);
  expect(applyMapping(grid, extended).faults).toBeUndefined();
  expect(meaningsOf(extended, "1")).toEqual({
    Yes: "affirmative",
    No: "partial",
    "": "not-mentioned",
    "Not yet": "negative",
  });
  expect(extended.lists[0]?.codes.map(({ code }) => code)).toEqual(["a", "b", "c", "d"]);
  expect(extendMapping(grid, extended)).toEqual(extended);
});

test("a mapping of another table gets this table's columns, in its order, those it lacks last", () => {
  const before = proposed(tableOf(["State", "Q1", "Q2", "Status"], ["Yes", "No"], ["No", "Yes"], ["done"]));
  const grid = gridFrom(
    tableOf(["Q1", "State", "Q3"], ["Yes"], ["No"]).map(([state = "", ...cells]) => [...cells, state]),
  );
  const mapping = withColumnsOf(
    gridFrom([
      ["Q3", "Q1", "State"],
      ["Yes", "No", "Latvia"],
    ]),
    before,
  );
  expect(mapping.columns.map(({ header, is }) => `${header} ${is}`)).toEqual([
    "Q3 ignored",
    "Q1 answer",
    "State respondent",
    "Q2 answer",
  ]);
  expect(withColumnsOf(grid, withColumnsOf(grid, before))).toEqual(withColumnsOf(grid, before));
});

test("sums and notes under the states are skipped, unknown states are not", () => {
  const mapping = proposed([
    ...tableOf(["State", "Q1"], ["Yes", "No"]),
    ["Total yes", "4"],
    ["Source: replies received until May, compiled by the secretariat of the network", ""],
    ["Atlantis", "Yes"],
  ]);
  expect(mapping.respondents.map(({ value }) => value.slice(0, 8))).toEqual(["Total ye", "Source: "]);
});

test("a date where an answer is expected is left to become a fault", () => {
  const rows = tableOf(["State", "Q1"], ["Yes", "No", "Yes", "No", "Yes", "No", "Yes", ["2016-04-03", "date"]]);
  const { faults } = applyMapping(gridFrom(rows), proposed(rows));
  expect(faults).toEqual([expect.objectContaining({ row: 9, column: "B (Q1)", found: "2016-04-03" })]);
});

test("of several sheets, the one that names most states is taken", () => {
  const notes = gridFrom([["Instructions"], ["Belgium"]], "a.xlsx: Notes");
  const answers = gridFrom(tableOf(["State", "Q1"], ["Yes"]), "a.xlsx: Answers");
  expect(likelyGrid([notes, answers])).toBe(answers);
});

describe("a mapping's file", () => {
  test("gives the same mapping again", () => {
    const mapping = proposed(tableOf(["State", "Q1", "Platforms"], ["Yes", "No"], ["A; B", "B", "A; C"]));
    expect(parseMapping("m.json", printMapping(mapping))).toEqual({ mapping });
  });

  test("with something wrong in it says what, by the path of the property", () => {
    const mapping = proposed(tableOf(["State", "Q1"], ["Yes", "No"]));
    const text = printMapping(mapping).replace('"affirmative"', '"sure"');
    expect(parseMapping("m.json", text).faults).toEqual([
      expect.objectContaining({ file: "m.json", column: "questions.0.codes.0.meaning" }),
    ]);
    expect(parseMapping("m.json", "{").faults).toHaveLength(1);
    expect(parseMapping("m.json", `{"__proto__": {}, ${text.slice(1)}`).faults).toBeDefined();
  });
});

describe("a table as a ministry makes it", () => {
  test("is headed under a title that names the state that asks, and by two rows of which one has nothing over the states", () => {
    const mapping = proposed([
      ["EMN ad-hoc query 2020.4"],
      ["Requested by: Belgium, 4 March 2020"],
      ["Member State", "Q1. Shelters?", "", "Q2. Guardians?", "", "Publish"],
      ["", "Answer", "Comment", "Answer", "Comment", ""],
      ["Austria", "Yes", "In Vienna.", "No", "", "Yes"],
      ["Belgium", "No", "", "Yes", "", "No"],
      ["Norway", "Yes", "", "No", "", "Yes"],
    ]);
    expect(mapping.header).toEqual({ row: 4, rows: 2 });
    expect(columnsOf(mapping)).toEqual([
      "respondent",
      "answer 1",
      "summary 1",
      "answer 2",
      "summary 2",
      "dissemination",
    ]);
  });

  test("is headed by the word for states where few names are known and one stands twice", () => {
    const mapping = proposed([
      ["Country", "Q1"],
      ["Austria", "Yes"],
      ["AT", "No"],
      ["Ruritania", "Yes"],
      ["EU Commission", "No"],
    ]);
    expect(mapping.header.row).toBe(1);
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1"]);
  });

  test("asks in a header that wants words too, and the answers under it are not lost", () => {
    const texts = STATES.map((state, i) => (i % 2 === 0 ? `Yes. By a law of ${state}.` : `No, but ${state} plans to.`));
    const rows = tableOf(["State", "Do you? If yes, please elaborate", "Do you too? Please explain"], texts, texts);
    expect(columnsOf(proposed(rows))).toEqual(["respondent", "summary 1", "summary 2"]);
    const { dataset } = applyMapping(gridFrom(rows), proposed(rows));
    expect(dataset?.responses.slice(0, 4).map(({ answer, summary }) => [answer, summary])).toEqual(
      ["yes", "no", "yes", "no"].map((answer, i) => [answer, texts[i]]),
    );
  });

  test("has comments that nobody made, or that say n/a, and they are no questions", () => {
    const header = ["State", "Q1 Do you?", "Q1 Comment", "Do you too?", "Comments"];
    const mapping = proposed(tableOf(header, ["Yes", "No"], [""], ["No", "Yes"], ["n/a", "-", "None"]));
    expect(columnsOf(mapping)).toEqual(["respondent", "answer 1", "summary 1", "answer 2", "summary 2"]);
  });

  test("explains an answer in its own cell: the answer is read, and the words are kept", () => {
    const words = "Yes. We do this since 2019, through the police and the border guard.";
    const rows = tableOf(["State", "Q1"], ["Yes", "No", words, "No information"]);
    const { dataset } = applyMapping(gridFrom(rows), proposed(rows));
    expect(dataset?.codes.map(({ code }) => code)).toEqual(["yes", "no", "no-answer", "no-information"]);
    expect(dataset?.responses.slice(1, 3).map(({ answer, summary }) => [answer, summary])).toEqual([
      ["no", ""],
      ["yes", words],
    ]);
  });

  test("lists what there is: who lists something is not silent, and n/a is no list", () => {
    const header = ["State", "Q1 Facilities used", "Q1 Comment"];
    const rows = tableOf(
      header,
      ["A; B", "A", "n/a", "None", "", "B", "A; B", "B"],
      ["Some words of its own.", "", "Words, though.", "", "", "n/a", "", "-"],
    );
    const { dataset } = applyMapping(gridFrom(rows), proposed(rows));
    expect(dataset?.responses.map(({ answer }) => answer)).toEqual([
      "answered",
      "answered",
      "n-a",
      "none-reported",
      "no-answer",
      "answered",
      "answered",
      "answered",
    ]);
  });
});

describe("silence that begins like an answer", () => {
  const HEADER = ["State", "1. Do you monitor?"];
  const LONG = "Yes, and this has been so in all of the country since 2015, by law.";
  test.each([
    ["N.A. (see the reply to the question above)", "no-information"],
    ["N. A. – such as before", "no-information"],
    ["No, data not available. The ministry does not collect it.", "no-information"],
    ["No information available at this time.", "no-information"],
    ["We do not have this information at the moment.", "no-information"],
    ["No - no reply received", "not-mentioned"],
    ["No. 12/2019 Act on aliens, as amended", "neutral"],
    ["No. of cases is small", "neutral"],
    ["Yes, partially: in the capital", "partial"],
    ["Oui, en partie", "partial"],
    ["No, not for smuggling", "negative"],
    ["No. No information campaigns are run.", "negative"],
  ])("%j is %s", (text, meaning) => {
    const rows = tableOf(HEADER, [LONG, "No. The law forbids it.", text, "Yes"]);
    const { dataset } = applyMapping(gridFrom(rows), proposed(rows));
    const answer = dataset?.responses[2]?.answer;
    expect(dataset?.codes.find(({ code }) => code === answer)?.meaning).toBe(meaning);
  });

  test("is not read as no by a mapping that has only seen no", () => {
    const mapping = proposed(tableOf(HEADER, [LONG, "No. The law forbids it.", "Yes"]));
    const rows = tableOf(HEADER, ["No, not available", "No: never", "N.A. as before"]);
    const { dataset } = applyMapping(gridFrom(rows), mapping);
    expect(dataset?.responses.slice(0, 3).map(({ answer }) => answer)).toEqual(["answered", "no", "answered"]);
  });
});
