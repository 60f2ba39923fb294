import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, settingsSchema } from "../../../../src/api/settings.ts";
import { layoutOf, withColumn, withNextSort, withWidth } from "../../../../src/ui/explore/results/table-layout.ts";

const FIRST = DEFAULT_SETTINGS.responseTable;

describe("the layout of the table of responses", () => {
  test("always says whose a response is, and passes over what this version does not know", () => {
    const layout = layoutOf({ ...FIRST, columns: ["summary", "mood"], sort: { by: "mood", isDescending: true } });
    expect(layout.columns).toEqual(["respondent", "summary"]);
    expect(layout.sort).toBeNull();
  });

  test("puts a column that comes back where it was", () => {
    const without = withColumn(FIRST, "answer");
    expect(layoutOf(without).columns).not.toContain("answer");
    expect(layoutOf(withColumn(without, "answer")).columns).toEqual(layoutOf(FIRST).columns);
    expect(layoutOf(withColumn(FIRST, "respondent")).columns).toContain("respondent");
  });

  test("goes from ascending to descending to none, and begins anew with another column", () => {
    const up = withNextSort(FIRST, "answer");
    const down = withNextSort(up, "answer");
    expect([up, down, withNextSort(down, "answer")].map(({ sort }) => sort?.isDescending)).toEqual([
      false,
      true,
      undefined,
    ]);
    expect(withNextSort(down, "summary").sort).toEqual({ by: "summary", isDescending: false });
  });

  test("keeps a width to what can be kept and seen", () => {
    for (const pixels of [-50, 0.4, 99_999]) {
      const kept = withWidth(FIRST, "summary", pixels);
      expect(settingsSchema.parse({ responseTable: kept }).responseTable).toEqual(kept);
      expect(layoutOf(kept).widths[4]).toBe(kept.widths.summary);
    }
  });
});
