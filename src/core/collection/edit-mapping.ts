import type { Grid } from "../dataset/grid.ts";
import { mergeCodes, splitCode } from "./edit-codes.ts";
import { assignColumn, type ColumnUse, textsIn } from "./edit-columns.ts";
import { listCodes } from "./propose-codes.ts";
import { valueKey } from "./wide-grid.ts";
import type { MappedCode, MappedList, MappedQuestion, MappedRespondent, WideMapping } from "./wide-mapping.ts";

/** A correction that a person makes to a mapping. */
export type MappingEdit =
  | { readonly kind: "column"; readonly index: number; readonly use: ColumnUse }
  | {
      readonly kind: "question";
      readonly question: string;
      readonly change: Partial<Pick<MappedQuestion, "label" | "wording">>;
    }
  | { readonly kind: "list"; readonly list: string; readonly change: Partial<Pick<MappedList, "label">> }
  | { readonly kind: "rename"; readonly question: string; readonly id: string }
  | { readonly kind: "separator"; readonly list: string; readonly separator: string }
  | {
      readonly kind: "code";
      /** The id of the answer's variable or of the list. */
      readonly variable: string;
      readonly code: string;
      readonly change: Partial<Pick<MappedCode, "label" | "meaning">>;
    }
  /** All cells of one code count as another. */
  | { readonly kind: "merge"; readonly variable: string; readonly code: string; readonly into: string }
  /** Each text of a code becomes a code of its own again. */
  | { readonly kind: "split"; readonly variable: string; readonly code: string }
  /** What a name in the table means; null to leave it to its spelling. */
  | { readonly kind: "respondent"; readonly value: string; readonly means: MappedRespondent["means"] | null }
  | { readonly kind: "dissemination"; readonly value: string; readonly as: "public" | "network" | "unknown" }
  | { readonly kind: "package"; readonly change: Partial<WideMapping["package"]> };

/** The mapping with a correction made. Codes are proposed anew where the answers of a question come to stand in another column; all else stays as it was. */
export function editMapping(grid: Grid, mapping: WideMapping, edit: MappingEdit): WideMapping {
  switch (edit.kind) {
    case "column":
      return assignColumn(grid, mapping, edit.index, edit.use);
    case "question":
      return withQuestion(mapping, edit.question, (question) => ({ ...question, ...edit.change }));
    case "list":
      return {
        ...mapping,
        lists: mapping.lists.map((one) => (one.id === edit.list ? { ...one, ...edit.change } : one)),
      };
    case "rename":
      return renameQuestion(mapping, edit.question, edit.id);
    case "separator":
      return separateBy(grid, mapping, edit.list, edit.separator);
    case "code":
      return withCodes(mapping, edit.variable, (codes) =>
        codes.map((code) => (code.code === edit.code ? { ...code, ...edit.change } : code)),
      );
    case "merge":
      return withCodes(mapping, edit.variable, (codes) => mergeCodes(codes, edit.code, edit.into));
    case "split":
      return withCodes(mapping, edit.variable, (codes) => splitCode(codes, edit.code));
    case "respondent":
      return { ...mapping, respondents: withRespondent(mapping.respondents, edit.value, edit.means) };
    case "dissemination":
      return { ...mapping, dissemination: withDissemination(mapping.dissemination, edit.value, edit.as) };
    case "package":
      return { ...mapping, package: { ...mapping.package, ...edit.change } };
  }
}

function renameQuestion(mapping: WideMapping, from: string, to: string): WideMapping {
  const isTaken = mapping.questions.some(({ id }) => id === to);
  if (isTaken || !/^[a-z0-9][a-z0-9.-]*$/.test(to)) return mapping;
  return {
    ...mapping,
    columns: mapping.columns.map((one) =>
      "question" in one && one.question === from ? { ...one, question: to } : one,
    ),
    questions: mapping.questions.map((one) => (one.id === from ? { ...one, id: to } : one)),
    lists: mapping.lists.map((one) => (one.question === from ? { ...one, question: to } : one)),
  };
}

function separateBy(grid: Grid, mapping: WideMapping, id: string, separator: string): WideMapping {
  const column = mapping.columns.find((one) => one.is === "codes" && one.variable === id);
  if (column === undefined || separator === "") return mapping;
  const codes = listCodes(textsIn(grid, mapping, column), separator);
  return { ...mapping, lists: mapping.lists.map((list) => (list.id === id ? { ...list, separator, ...codes } : list)) };
}

function withQuestion(
  mapping: WideMapping,
  id: string,
  change: (question: MappedQuestion) => MappedQuestion,
): WideMapping {
  return { ...mapping, questions: mapping.questions.map((one) => (one.id === id ? change(one) : one)) };
}

function withCodes(
  mapping: WideMapping,
  variable: string,
  change: (codes: readonly MappedCode[]) => readonly MappedCode[],
): WideMapping {
  return {
    ...mapping,
    questions: mapping.questions.map((one) =>
      one.variable.id === variable ? { ...one, codes: change(one.codes) } : one,
    ),
    lists: mapping.lists.map((one) => (one.id === variable ? { ...one, codes: change(one.codes) } : one)),
  };
}

function withRespondent(
  respondents: WideMapping["respondents"],
  value: string,
  means: MappedRespondent["means"] | null,
): WideMapping["respondents"] {
  const others = respondents.filter((one) => valueKey(one.value) !== valueKey(value));
  return means === null ? others : [...others, { value, means }];
}

function withDissemination(
  dissemination: WideMapping["dissemination"],
  value: string,
  as: "public" | "network" | "unknown",
): WideMapping["dissemination"] {
  const without = (values: readonly string[]) => values.filter((one) => valueKey(one) !== valueKey(value));
  const own = (name: "public" | "network") => [...without(dissemination[name]), ...(as === name ? [value] : [])];
  return { ...dissemination, public: own("public"), network: own("network") };
}
