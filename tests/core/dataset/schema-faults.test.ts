import { describe, expect, test } from "vitest";
import { z } from "zod";
import { schemaFaults } from "../../../src/core/dataset/schema-faults.ts";

const SCHEMA = z.strictObject({
  kind: z.discriminatedUnion("is", [z.strictObject({ is: z.literal("a") }), z.strictObject({ is: z.literal("b") })]),
  either: z.union([z.iso.date(), z.int()]),
  count: z.int(),
  share: z.number(),
  isOn: z.boolean(),
  id: z.uuid(),
  at: z.iso.datetime(),
});

function said(json: unknown): Readonly<Record<string, string>> {
  const { error } = SCHEMA.safeParse(json);
  return Object.fromEntries(
    schemaFaults("x.json", json, error?.issues ?? []).map(({ column, expected }) => [column, expected]),
  );
}

describe("schemaFaults", () => {
  test("says in words what each place was expected to hold", () => {
    expect(said({ kind: { is: "c" }, either: true, count: 1.5, share: "1", isOn: 1, id: "5", at: "now" })).toEqual({
      "kind.is": "one of a, b",
      either: "one of the forms that are documented",
      count: "a whole number",
      share: "a number",
      isOn: "true or false",
      id: "an id as the workbench gives it, of 32 hexadecimal digits in five groups",
      at: "a time as YYYY-MM-DDTHH:MM:SSZ",
    });
  });

  test("says of what is nested beyond all measure that it is", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const faults = schemaFaults("x.json", deep, SCHEMA.safeParse(deep).error?.issues ?? []);
    expect(faults).toMatchObject([{ found: "a list that is nested too deeply", expected: "an object" }]);
  });
});
