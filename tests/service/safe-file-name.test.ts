import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeFileName } from "../../src/service/safe-file-name.ts";

describe("safe file names", () => {
  test.each([
    ["comparison BE, CZ.xlsx", "comparison BE, CZ.xlsx"],
    ["Vergleich – Länder (3.4).csv", "Vergleich – Länder (3.4).csv"],
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\windows\\system.ini", "windows-system.ini"],
    ["/absolute", "absolute"],
    ["C:\\file.txt", "C-file.txt"],
    ['a:b*c?d"e<f>g|h.txt', "a-b-c-d-e-f-g-h.txt"],
    ["line\nbreak\0nul\u007f.txt", "line-break-nul-.txt"],
    ["gnp\u202etxt.exe", "gnp-txt.exe"],
    ["zero\u200bwidth.csv", "zero-width.csv"],
    ["lone\ud800surrogate", "lone-surrogate"],
    ["-rf", "rf"],
    [".hidden", "hidden"],
    ["~home", "home"],
    ["trailing. . .", "trailing"],
    ["  blanks  ", "blanks"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["com1.tar.gz", "_com1.tar.gz"],
    ["LPT¹", "_LPT¹"],
    ["CONIN$", "_CONIN$"],
    ["aux .csv", "_aux .csv"],
    ["console.txt", "console.txt"],
    ["e\u0301.csv", "é.csv"],
  ])("%j becomes %j", (asked, expected) => {
    expect(safeFileName(asked)).toBe(expected);
  });

  test.each(["", ".", "..", "/", "   ", "\0", "---", "\u202e", "..."])("%j has nothing left and is refused", (name) => {
    expect(() => safeFileName(name)).toThrow("expected letters or digits");
  });

  test("a long name keeps its extension and no half character", () => {
    const name = safeFileName(`${"ü😀".repeat(200)}.xlsx`);
    expect(name).toMatch(/^(ü😀)+ü?\.xlsx$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  test("whatever is asked for, the name is plain, and safe already when asked for again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).map((text) => `a${text}`),
        (asked) => {
          const name = safeFileName(asked);
          expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^[\s.~-]|[\s.]$/u);
          expect(safeFileName(name)).toBe(name);
        },
      ),
    );
  });
});
