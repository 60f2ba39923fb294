import { describe, expect, test } from "vitest";
import {
  chosenColumns,
  exportFileName,
  firstChoice,
  reduceExportChoice,
} from "../../../../src/ui/shared/export/export-choice.ts";

const FIRST = firstChoice("matrix", {});

describe("the first choice", () => {
  test("is a workbook of what is on screen, for everyone", () => {
    expect(FIRST).toMatchObject({ format: "xlsx", scope: "view", audience: "public", columns: null });
  });

  test("takes the form of file that was chosen last, and passes over one that is not known", () => {
    expect(firstChoice("matrix", { format: "docx" }).format).toBe("docx");
    expect(firstChoice("matrix", { format: "papyrus" }).format).toBe("xlsx");
  });
});

describe("columns", () => {
  const toggle = (choice: typeof FIRST, at: number) => reduceExportChoice(choice, { kind: "toggle-column", at, of: 3 });
  const move = (choice: typeof FIRST, at: number, step: -1 | 1) =>
    reduceExportChoice(choice, { kind: "move-column", at, step, of: 3 });

  test("come back where they were in the table", () => {
    const without = toggle(FIRST, 1);
    expect(without.columns).toEqual([0, 2]);
    expect(toggle(without, 1).columns).toEqual([0, 1, 2]);
  });

  test("keep at least one", () => {
    const one = toggle(toggle(FIRST, 0), 1);
    expect(toggle(one, 2).columns).toEqual([2]);
  });

  test("move by one place, and not beyond the ends", () => {
    expect(move(FIRST, 2, -1).columns).toEqual([0, 2, 1]);
    expect(move(FIRST, 0, -1).columns).toEqual([0, 1, 2]);
  });

  test("begin anew with another table, and stay with another format", () => {
    const chosen = toggle(FIRST, 1);
    expect(reduceExportChoice(chosen, { kind: "set", choice: { format: "csv" } }).columns).toEqual([0, 2]);
    expect(reduceExportChoice(chosen, { kind: "set", choice: { scope: "all" } }).columns).toBeNull();
    expect(chosenColumns({ columns: null }, 3)).toEqual([0, 1, 2]);
  });
});

test("a file for the network says so in its name", () => {
  expect(exportFileName("q", "responses", { ...FIRST, audience: "network" }, "csv")).toBe(
    "q-responses-network-only.csv",
  );
});
