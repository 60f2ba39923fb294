import { expect, test } from "vitest";
import { choosePackage } from "../../src/api/choose-package.ts";
import type { PackageSummary } from "../../src/api/contract.ts";

function summary(id: string, faults: readonly string[] = []): PackageSummary {
  const facts = { title: id, respondents: 1, questions: 1, version: "1.0.0", file: null, source: "", followUpOf: null };
  return { id, ...facts, origin: "user", size: 1, added: null, faults };
}

test("the package that is wanted is opened, and the first that can be where that cannot", () => {
  const packages = [summary("broken", ["a fault"]), summary("first"), summary("second")];
  expect(choosePackage(packages, "second")?.id).toBe("second");
  expect(choosePackage(packages, "gone")?.id).toBe("first");
  expect(choosePackage(packages, "broken")?.id).toBe("first");
  expect(choosePackage(packages, null)?.id).toBe("first");
  expect(choosePackage([summary("broken", ["a fault"])], "broken")).toBeNull();
});

test("a package is opened that shares its id with one which cannot be", () => {
  expect(choosePackage([summary("first"), summary("own", ["taken"]), summary("own")], "own")?.faults).toEqual([]);
});
