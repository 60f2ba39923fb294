import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChosenFile, readIntake } from "../../src/formats/read-intake.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { howOften, isTorture, tell, tortureSeed } from "../fixtures/torture.ts";
import { type TestWorkbook, textRows, workbookEntries, workbookFile } from "../fixtures/workbook-file.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";

// 10,000 in all under `npm run torture`.
const RUNS = howOften(300, 5_000);
const CHANCE = { numRuns: RUNS, ...(isTorture ? { seed: tortureSeed } : {}) };
const MOST_SECONDS = 2;

const WORKBOOK: TestWorkbook = {
  strings: ["<t>yes</t>"],
  styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  sheets: [
    {
      rows: textRows([
        ["State", "Answer"],
        ["BE", "yes"],
      ]),
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    },
  ],
};

const SOUND: readonly ChosenFile[] = [
  { name: "small.zip", bytes: zipFile(entriesOf(smallPackage())) },
  { name: "small.xlsx", bytes: workbookFile(WORKBOOK) },
  { name: "small.csv", bytes: new TextEncoder().encode('State;Answer\n"B;E";yes\nFI;no\n') },
];

interface Mutation {
  readonly kind: "change" | "cut" | "repeat" | "insert";
  readonly at: number;
  readonly length: number;
  readonly byte: number;
}

const mutations = fc.array(
  fc.record<Mutation>({
    kind: fc.constantFrom("change", "cut", "repeat", "insert"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 64 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutated(bytes: Uint8Array, { kind, at, length, byte }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const [before, part, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  if (kind === "change") return Buffer.concat([before, part.map((old) => old ^ byte), after]);
  if (kind === "cut") return Buffer.concat([before, after]);
  if (kind === "repeat") return Buffer.concat([before, part, part, after]);
  return Buffer.concat([before, new Uint8Array(length).fill(byte), part, after]);
}

describe("readIntake of mutated files", () => {
  test.each(SOUND)("reads $name as it is", async (file) => {
    expect((await readIntake([file])).kind).not.toBe("refused");
  });

  // Of the text within a zip too: what a checksum protects would else never be seen to be wrong.
  test("never throws, refuses with words, and takes less than two seconds", async () => {
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SOUND), mutations, async ({ name, bytes }, changes) => {
        const before = process.cpuUsage();
        const intake = await readIntake([{ name, bytes: changes.reduce(mutated, bytes) }]);
        const { user, system } = process.cpuUsage(before);
        slowest = Math.max(slowest, (user + system) / 1_000_000);
        expect(slowest).toBeLessThan(MOST_SECONDS);
        if (intake.kind === "refused") expect(intake.faults.every(({ expected }) => expected !== "")).toBe(true);
        if (intake.kind === "refused") expect(intake.faults.length).toBeGreaterThan(0);
      }),
      CHANCE,
    );
    tell("imports", {
      mutated: "files",
      inputs: RUNS,
      crashes: 0,
      "slowest, seconds": slowest,
      "memory, MiB": memory(),
    });
  }, 600_000);

  test("keeps to that where a part of a zip is mutated and zipped again", async () => {
    const parts = [
      { name: "small.zip", entries: entriesOf(smallPackage()) },
      { name: "small.xlsx", entries: workbookEntries(WORKBOOK) },
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.nat(), mutations, async ({ name, entries }, chosen, changes) => {
        const at = chosen % entries.length;
        const again = entries.map((entry, i) => {
          return i === at ? { ...entry, content: changes.reduce(mutated, Buffer.from(entry.content)) } : entry;
        });
        const intake = await readIntake([{ name, bytes: zipFile(again) }]);
        if (intake.kind === "refused") expect(intake.faults.every(({ expected }) => expected !== "")).toBe(true);
      }),
      CHANCE,
    );
    tell("imports", { mutated: "parts of zips", inputs: RUNS, crashes: 0, "memory, MiB": memory() });
  }, 600_000);
});

/** The most memory that the process has had. */
function memory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
