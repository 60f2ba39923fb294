import { describe, expect, test } from "vitest";
import { decodeTable, decodeUtf8 } from "../../src/formats/decode-text.ts";

const TEXT = "State;Réponse\nΕλλάδα;ναι\n";

describe("decodeTable", () => {
  test.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16 as Excel writes it", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16 of the other byte order", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
  ])("reads %s", (_, bytes) => {
    expect(decodeTable("a.csv", bytes)).toEqual({ text: TEXT });
  });

  test("never guesses an older encoding, and says what to do", () => {
    expect(decodeTable("a.csv", Buffer.from("a\nČ\n", "latin1").fill(0xc8, 2, 3)).faults).toMatchObject([
      { file: "a.csv", row: 2, found: "another encoding", expected: expect.stringContaining("CSV UTF-8") },
    ]);
  });

  test("refuses half a character of UTF-16", () => {
    expect(decodeTable("a.csv", Buffer.from(`\ufeff${TEXT}`, "utf16le").subarray(0, -1)).faults).toHaveLength(1);
  });
});

describe("decodeUtf8", () => {
  test("keeps a mark that stands within the text", () => {
    expect(decodeUtf8("a.csv", Buffer.from("\ufeffa\ufeffb\n")).text).toBe("a\ufeffb\n");
  });
});
