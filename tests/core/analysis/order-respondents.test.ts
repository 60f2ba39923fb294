import { expect, test } from "vitest";
import { orderRespondents } from "../../../src/core/analysis/order-respondents.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const everyone = ["AA", "BB", "CC", "DD"];
const dataset = tinyDataset({
  respondents: everyone,
  questions: ["1", "2", "3", "4", "5", "6"].map((id) => ({
    id,
    variable: `v${id}`,
    answers: ["no", "yes", id === "6" ? "yes" : "no", "yes"],
  })),
});

test("keeps the package's order unless another is asked for", () => {
  expect(orderRespondents(dataset, everyone, "protocol")).toEqual(everyone);
});

test("puts those who say yes before those who say no, question by question", () => {
  expect(orderRespondents(dataset, everyone, "answer")).toEqual(["BB", "DD", "CC", "AA"]);
});

test("puts similar states beside each other, the same for every order that they come in", () => {
  const ordered = orderRespondents(dataset, everyone, "similarity");
  expect(Math.abs(ordered.indexOf("BB") - ordered.indexOf("DD"))).toBe(1);
  expect(Math.abs(ordered.indexOf("AA") - ordered.indexOf("CC"))).toBe(1);
  expect(orderRespondents(dataset, [...everyone].reverse(), "similarity")).toEqual(ordered);
});

test("orders only those that it is asked about", () => {
  expect(orderRespondents(dataset, ["CC"], "similarity")).toEqual(["CC"]);
});
