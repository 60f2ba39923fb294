import { type ComparedColumn, type GroupColumn, groupColumn } from "../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { type ComparisonSet, EMPTY_COMPARISON, withKnownStates, withOwnColumnsOnly } from "./comparison-set.ts";

type Parameter = readonly [name: string, value: string];

/** What an address says of a comparison: `compare=BE,@1,CZ&group=SE,FI:Nordic`. Columns are named by the state's code, or a group's place among the groups. */
export function printComparison(set: ComparisonSet): readonly Parameter[] {
  const groups = set.columns.filter((column) => column.kind === "group");
  const mark = (id: string): string => {
    const at = groups.findIndex((group) => group.id === id);
    return at === -1 ? id : `@${at + 1}`;
  };
  return [
    ["compare", set.columns.map(({ id }) => mark(id)).join(",")],
    ...groups.map(({ name, respondents }): Parameter => ["group", `${respondents.join(",")}:${name}`]),
    ["pinned", set.pinned.map(mark).join(",")],
    ["baseline", set.baseline === null ? "" : mark(set.baseline)],
    ["folded", set.folded.join(",")],
    ["form", set.isTransposed ? "transposed" : ""],
    ["only", set.onlyDifferences ? "differences" : ""],
  ];
}

/** Reads what an address says of a comparison; what the dataset does not know is left out. */
export function parseComparison(parameters: URLSearchParams, dataset: Dataset): ComparisonSet {
  const groups = parameters.getAll("group").map(groupOf);
  const columnOf = (mark: string): ComparedColumn | undefined =>
    mark.startsWith("@") ? groups[Number(mark.slice(1)) - 1] : { kind: "state", id: mark };
  const columns = listed(parameters, "compare").flatMap((mark) => columnOf(mark) ?? []);
  const questions = new Set(dataset.questions.map(({ id }) => id));
  const known = new Set(dataset.respondents.map(({ code }) => code));
  const set: ComparisonSet = {
    ...EMPTY_COMPARISON,
    columns: columns.filter(({ id }, i) => columns.findIndex((other) => other.id === id) === i),
    pinned: listed(parameters, "pinned").flatMap((mark) => columnOf(mark)?.id ?? []),
    baseline: columnOf(parameters.get("baseline") ?? "")?.id || null,
    folded: listed(parameters, "folded").filter((id) => questions.has(id)),
    isTransposed: parameters.get("form") === "transposed",
    onlyDifferences: parameters.get("only") === "differences",
  };
  return withOwnColumnsOnly(withKnownStates(set, known));
}

function groupOf(text: string): GroupColumn {
  const [members = "", ...name] = text.split(":");
  return groupColumn(name.join(":"), members.split(","));
}

function listed(parameters: URLSearchParams, name: string): readonly string[] {
  return [...new Set((parameters.get(name) ?? "").split(","))].filter((item) => item !== "");
}
