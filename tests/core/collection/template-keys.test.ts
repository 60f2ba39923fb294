import fc from "fast-check";
import { expect, test } from "vitest";
import { parseField, printField, type TemplateField } from "../../../src/core/collection/template-keys.ts";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,8}$/);
const field: fc.Arbitrary<TemplateField> = fc.oneof(
  fc.constantFrom({ kind: "respondent" } as const, { kind: "dissemination" } as const),
  id.map((question) => ({ kind: "answer", question }) as const),
  id.map((question) => ({ kind: "summary", question }) as const),
  fc.tuple(id, id).map(([variable, code]) => ({ kind: "code", variable, code }) as const),
);

test("reads every key that it prints", () => {
  fc.assert(
    fc.property(field, (one) => {
      expect(parseField(printField(one))).toEqual(one);
    }),
  );
});

test.each(["answer/1", "ahq:answer", "ahq:answer/", "ahq:code/a", "ahq:code/a/b/c", "ahq:respondent/1", "ahq:key"])(
  "takes %s for no key",
  (text) => {
    expect(parseField(text)).toBeNull();
  },
);
