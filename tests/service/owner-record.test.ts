import { describe, expect, test } from "vitest";
import {
  decideClaim,
  describeHolder,
  type Generation,
  generationNumber,
  hasWon,
  isHeld,
  type OwnerRecord,
} from "../../src/service/owner-record.ts";
import { readProcessStat, readTasklist, startByPs } from "../../src/service/process-identity.ts";

const RECORD: OwnerRecord = {
  pid: 41,
  started: "boot/100",
  hostname: "here",
  program: "desktop",
  nonce: "a",
  released: false,
};

function generation(number: number, held: boolean): Generation {
  return { number, record: RECORD, isHeld: held };
}

describe("whether a record is held", () => {
  const running = { kind: "running", started: "boot/100" } as const;

  test("a running process of the same start holds", () => {
    expect(isHeld(RECORD, "here", running)).toBe(true);
  });

  test("a process that has gone, or was started later under the same number, does not", () => {
    expect(isHeld(RECORD, "here", { kind: "gone" })).toBe(false);
    expect(isHeld(RECORD, "here", { kind: "running", started: "boot/101" })).toBe(false);
    expect(isHeld(RECORD, "here", { kind: "running", started: "later boot/100" })).toBe(false);
  });

  test("where the system does not say when a process started, a running one holds", () => {
    expect(isHeld({ ...RECORD, started: null }, "here", running)).toBe(true);
    expect(isHeld(RECORD, "here", { kind: "running", started: null })).toBe(true);
  });

  test("a number that Windows has given to another program is no holder, and one of the same program is", () => {
    const of = (printed: string) => ({ kind: "running", started: readTasklist(printed, 41) }) as const;
    const record = { ...RECORD, started: "program ahq workbench.exe" };
    expect(isHeld(record, "here", of('"svchost.exe","41","Services","0","9,876 K"\r\n'))).toBe(false);
    expect(isHeld(record, "here", of('"AHQ Workbench.exe","41","Console","1","98,765 K"\r\n'))).toBe(true);
    // Whatever cannot be read leaves the holder its folder.
    expect(isHeld(record, "here", of("INFO: No tasks are running which match the specified criteria.\r\n"))).toBe(true);
    expect(isHeld(record, "here", of('"svchost.exe","42","Services","0","9,876 K"\r\n'))).toBe(true);
  });

  test("a released record is held by no one, even of another computer", () => {
    expect(isHeld({ ...RECORD, released: true }, "here", running)).toBe(false);
    expect(isHeld({ ...RECORD, released: true }, "elsewhere", running)).toBe(false);
  });

  test("one of another computer counts as held, whatever runs here under its number", () => {
    expect(isHeld(RECORD, "elsewhere", { kind: "gone" })).toBe(true);
  });
});

describe("what a claimer does", () => {
  test("creates the first generation where there is none", () => {
    expect(decideClaim(null)).toEqual({ kind: "create", number: 1 });
  });

  test("creates the next one after a holder that has gone, or a record that nobody can read", () => {
    expect(decideClaim(generation(7, false))).toEqual({ kind: "create", number: 8 });
    expect(decideClaim({ number: 7, record: null, isHeld: false })).toEqual({ kind: "create", number: 8 });
  });

  test("reads beside a living holder", () => {
    expect(decideClaim(generation(7, true))).toMatchObject({ kind: "read", holder: { number: 7 } });
  });

  test("has won as the highest above generations of the dead", () => {
    expect(hasWon(8, [generation(7, false), generation(8, true)])).toBe(true);
  });

  test("gives way to a higher generation, and to a lower one that turns out to be held", () => {
    expect(hasWon(8, [generation(8, true), generation(9, false)])).toBe(false);
    expect(hasWon(8, [generation(7, true), generation(8, true)])).toBe(false);
  });
});

describe.skipIf(process.platform === "win32")("ps", () => {
  test("tells processes of one moment from those of another, and nothing of one that has gone", async () => {
    expect(await startByPs(process.pid)).toMatch(/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/);
    expect(await startByPs(process.pid)).toBe(await startByPs(process.pid));
    expect(await startByPs(1)).not.toBe(await startByPs(process.pid));
    expect(await startByPs(999_999_999)).toBeNull();
  });
});

describe("names", () => {
  test("reads the number of a generation's file and of no other file", () => {
    expect(generationNumber("owner-12.json")).toBe(12);
    for (const name of ["owner-0.json", "owner-01.json", "owner-1.json.tmp", ".owner-1.json", "owner-.json"])
      expect(generationNumber(name)).toBeNull();
  });

  test("names a holder here, and the way out for one elsewhere", () => {
    expect(describeHolder({ record: RECORD, number: 3 }, "here")).toBe("desktop (process 41)");
    expect(describeHolder({ record: RECORD, number: 3 }, "there")).toMatch(
      /on the computer here .*delete owner-3\.json/,
    );
  });

  test("reads state and start of a process whose name holds spaces and brackets", () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 4));
    const line = (state: string) => `41 (a) b (c) ${state} ${fields.join(" ")}`;
    expect(readProcessStat(line("S"), "boot")).toEqual({ kind: "running", started: "boot/22" });
    expect(readProcessStat(line("Z"), "boot")).toEqual({ kind: "gone" });
  });
});
