import { expect, test } from "vitest";
import { movedItem, rewordedItem, withoutItem } from "../../../../src/ui/app/report/report-items.ts";

const REPORT = {
  packageId: "q",
  title: "",
  items: [
    { kind: "heading", id: "a", text: "A" },
    { kind: "picture", id: "b", label: "B", address: "/explore", picture: { kind: "bars" } },
    { kind: "text", id: "c", text: "C" },
  ],
} as const;
const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) => items.map(({ id }) => id).join("");

const report = { ...REPORT, items: [...REPORT.items] };

test("a part moves by one place, and not beyond the ends", () => {
  expect(ids(movedItem(report, "b", -1))).toBe("bac");
  expect(ids(movedItem(report, "b", 1))).toBe("acb");
  expect(movedItem(report, "a", -1)).toBe(report);
  expect(movedItem(report, "c", 1)).toBe(report);
});

test("a part is taken out", () => {
  expect(ids(withoutItem(report, "b"))).toBe("ac");
});

test("words change in headings and texts alone", () => {
  expect(rewordedItem(report, "a", "New").items[0]).toMatchObject({ text: "New" });
  expect(rewordedItem(report, "b", "New")).toEqual(report);
});
