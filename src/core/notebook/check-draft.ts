import type { Fault } from "../dataset/fault.ts";
import type { QueryDraft } from "./query-draft.ts";

/** What no single property of a draft can hold: every id once, and each parent a question. The path of the property is the column. */
export function checkDraft(file: string, draft: QueryDraft): readonly Fault[] {
  const fault = (column: string, found: string, expected: string): Fault => {
    return { file, row: null, column, found, expected };
  };
  return [
    ...repeated(idsOf(draft)).map(({ path, id, first }) => fault(path, id, `an id of its own; ${first} has the same`)),
    ...draft.questions.flatMap(({ id, parent }, i) =>
      parent !== "" && (parent === id || draft.questions.every((question) => question.id !== parent))
        ? [fault(`questions.${i}.parent`, parent, "the id of another question, or nothing")]
        : [],
    ),
  ];
}

interface PlacedId {
  readonly path: string;
  readonly id: string;
  /** Ids of one space differ from each other. */
  readonly space: string;
}

function idsOf({ addressees, questions }: QueryDraft): readonly PlacedId[] {
  const codes = (path: string, space: string, list: readonly { readonly code: string }[]): readonly PlacedId[] =>
    list.map(({ code }, i) => ({ path: `${path}.${i}.code`, id: code, space }));
  return [
    ...addressees.map(({ code }, i) => ({ path: `addressees.${i}`, id: code, space: "respondent" })),
    ...questions.flatMap(({ id, variable, answers, variables }, i) => {
      const path = `questions.${i}`;
      return [
        { path: `${path}.id`, id, space: "question" },
        { path: `${path}.variable.id`, id: variable.id, space: "variable" },
        ...codes(`${path}.answers`, `${path}.answers`, answers),
        ...variables.flatMap((further, j) => {
          const place = `${path}.variables.${j}`;
          return [
            { path: `${place}.id`, id: further.id, space: "variable" },
            ...codes(`${place}.codes`, place, further.codes),
          ];
        }),
      ];
    }),
  ];
}

function repeated(ids: readonly PlacedId[]): readonly (PlacedId & { readonly first: string })[] {
  const seen = new Map<string, string>();
  return ids.flatMap((placed) => {
    const key = `${placed.space}\u001f${placed.id.toLowerCase()}`;
    const first = seen.get(key);
    if (first !== undefined) return [{ ...placed, first }];
    seen.set(key, placed.path);
    return [];
  });
}
