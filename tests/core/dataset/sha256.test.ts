import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/core/dataset/sha256.ts";

function reference(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

describe("sha256", () => {
  test("gives the digests of the standard's examples", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("agrees with Node on any text, lone surrogates included", () => {
    const unit = fc.constantFrom("a", "é", "€", "😀", "\ud800", "\udc00", "\n", "\u0000", "\uffff");
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(sha256(text)).toBe(reference(text));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sha256(text)).toBe(reference(text));
      }),
    );
  });

  test("agrees with Node at every length around the ends of a block", () => {
    for (let length = 0; length <= 200; length++) {
      expect(sha256("é".repeat(length >> 1) + "x".repeat(length & 1))).toBe(
        reference("é".repeat(length >> 1) + "x".repeat(length & 1)),
      );
    }
  });
});
