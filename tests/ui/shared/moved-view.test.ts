import { expect, test } from "vitest";
import { movedView } from "../../../src/ui/shared/moved-view.ts";

const view = (id: string, packageId: string) => ({ id, packageId, name: id, address: "/explore" });
const ALL = [view("a", "p"), view("x", "q"), view("b", "p"), view("c", "p")];
const [a, , b, c] = ALL;

test("a view changes places with its neighbour of the same package, others staying where they are", () => {
  expect(b && movedView(ALL, b, -1)).toEqual(["b", "x", "a", "c"]);
  expect(b && movedView(ALL, b, 1)).toEqual(["a", "x", "c", "b"]);
});

test("the first cannot go up, nor the last down", () => {
  expect(a && movedView(ALL, a, -1)).toEqual(["a", "x", "b", "c"]);
  expect(c && movedView(ALL, c, 1)).toEqual(["a", "x", "b", "c"]);
});
