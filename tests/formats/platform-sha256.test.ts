import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256OfParts } from "../../src/core/dataset/sha256.ts";
import { platformSha256 } from "../../src/formats/platform-sha256.ts";

test("the platform's digest of texts one after the other is the core's", async () => {
  const unit = fc.constantFrom("a", "é", "€", "😀", "\n", "\u0000", "\uffff");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit })), async (texts) => {
      expect(await platformSha256(texts)).toBe(sha256OfParts(texts));
    }),
  );
});
