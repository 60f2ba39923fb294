import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/dataset/sha256.ts";
import { editOf, printHeader, printLine, readJournalContent } from "../../src/service/journal-lines.ts";
import { added } from "./edits.ts";

const LINES = [1, 2, 3].map((seq) => printLine(seq, added(`note ${seq}`)));

function journal(...texts: readonly string[]): Buffer {
  return Buffer.from(printHeader() + texts.map((text) => `${text}\n`).join(""));
}

describe("the journal's lines", () => {
  test("hold the edit as it was, under a checksum over number and edit", () => {
    const edit = added("Grüße \u2028 \ud83d\ude00 \ud800", { body: 'a\nb"c\\' });
    const line = printLine(5, edit);
    const { lines, damaged, isTorn } = readJournalContent(journal(line.text));
    expect({ damaged, isTorn }).toEqual({ damaged: 0, isTorn: false });
    expect(lines.map(editOf)).toEqual([edit]);
    expect(line.sum).toBe(sha256(JSON.stringify({ seq: 5, edit }).slice(0, -1)).slice(0, 16));
  });

  test("survive whatever an analyst writes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (body) => {
        const edit = added("a", { body });
        expect(readJournalContent(journal(printLine(1, edit).text)).lines.map(editOf)).toEqual([edit]);
      }),
    );
  });

  test("of a journal cut anywhere are all those that were whole, and never one that was not written", () => {
    const whole = journal(...LINES.map(({ text }) => text));
    for (let length = 0; length <= whole.length; length++) {
      const { lines } = readJournalContent(whole.subarray(0, length));
      const text = whole.subarray(0, length).toString();
      const complete = LINES.filter((line) => text.includes(line.text));
      expect(lines).toEqual(complete);
    }
  });

  test("are never read otherwise than they were written, whichever byte is damaged", () => {
    const whole = journal(...LINES.map(({ text }) => text));
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const { lines, damaged, isTorn, version } = readJournalContent(bytes);
      for (const line of lines) expect(LINES).toContainEqual(line);
      expect(damaged > 0 || isTorn || version !== 1).toBe(true);
    }
  });

  test("that come twice or out of order count as damage", () => {
    const [first, second, third] = LINES.map(({ text }) => text);
    if (first === undefined || second === undefined || third === undefined) throw new Error("three lines");
    expect(readJournalContent(journal(first, first, second))).toMatchObject({ damaged: 1, lines: { length: 2 } });
    expect(readJournalContent(journal(first, third, second))).toMatchObject({ damaged: 1, lines: { length: 2 } });
    expect(readJournalContent(journal(first, third))).toMatchObject({ damaged: 0, lines: { length: 2 } });
  });

  test("tell a later version's journal and a later version's edit", () => {
    const header = Buffer.from('{"format":"ahq-notebook","version":2,"more":true}\n');
    expect(readJournalContent(header).version).toBe(2);
    const later = printLine(1, added("a")).text.replace('"kind":"add"', '"kind":"merge"');
    expect(editOf({ seq: 1, sum: "", text: later })).toBeNull();
  });
});
