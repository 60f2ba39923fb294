import { isDerived } from "../dataset/derivations.ts";
import type { Caveat, Code, Observation, Tables } from "../dataset/resources.ts";
import { type Applied, type ChangeNote, lacking, refused, taken } from "./applied.ts";
import { deriveVariable, removeDerivedVariable } from "./derive-variable.ts";
import { withCode, withObservation } from "./in-order.ts";
import type { PackageEdit } from "./package-edit.ts";
import { setCells } from "./set-cells.ts";

type EditOf<Kind extends PackageEdit["kind"]> = Extract<PackageEdit, { kind: Kind }>;

/** Applies one edit to the tables. Whether they still make a valid package is for the gate to say; what could not even be tried is a fault. */
export function applyEdit(tables: Tables, edit: PackageEdit): Applied {
  switch (edit.kind) {
    case "set-response":
      return setResponse(tables, edit);
    case "add-observation":
      return addObservation(tables, edit);
    case "set-observation":
      return setObservation(tables, edit);
    case "remove-observation":
      return removeObservation(tables, edit);
    case "set-respondent":
      return setRespondent(tables, edit);
    case "set-question":
      return setQuestion(tables, edit);
    case "set-variable":
      return setVariable(tables, edit);
    case "set-code":
      return setCode(tables, edit);
    case "add-code":
      return addCode(tables, edit);
    case "remove-code":
      return removeCode(tables, edit);
    case "add-caveat":
      return addCaveat(tables, edit);
    case "remove-caveat":
      return removeCaveat(tables, edit);
    case "derive-variable":
      return deriveVariable(tables, edit);
    case "remove-derived-variable":
      return removeDerivedVariable(tables, edit);
  }
}

function setResponse(tables: Tables, edit: EditOf<"set-response">): Applied {
  const { question, respondent } = edit;
  const target = {
    resource: "responses",
    rows: tables.responses,
    key: [question, respondent],
    isIt: (row: Tables["responses"][number]) => row.question === question && row.respondent === respondent,
    about: `response/${question}/${respondent}`,
    put: (responses: Tables["responses"]): Tables => ({ ...tables, responses }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function setObservation(tables: Tables, edit: EditOf<"set-observation">): Applied {
  if (isDerived(tables, edit.variable)) return followsItsRule(edit.variable);
  const target = {
    resource: "observations",
    rows: tables.observations,
    key: [edit.variable, edit.respondent, edit.code],
    isIt: (row: Observation) => isObservation(row, edit),
    about: aboutObservation(edit),
    put: (observations: readonly Observation[]): Tables => ({ ...tables, observations }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function setRespondent(tables: Tables, edit: EditOf<"set-respondent">): Applied {
  const target = {
    resource: "respondents",
    rows: tables.respondents,
    key: [edit.respondent],
    isIt: (row: Tables["respondents"][number]) => row.code === edit.respondent,
    about: `respondent/${edit.respondent}`,
    put: (respondents: Tables["respondents"]): Tables => ({ ...tables, respondents }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function setQuestion(tables: Tables, edit: EditOf<"set-question">): Applied {
  const target = {
    resource: "questions",
    rows: tables.questions,
    key: [edit.question],
    isIt: (row: Tables["questions"][number]) => row.id === edit.question,
    about: `question/${edit.question}`,
    put: (questions: Tables["questions"]): Tables => ({ ...tables, questions }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function setVariable(tables: Tables, edit: EditOf<"set-variable">): Applied {
  const target = {
    resource: "variables",
    rows: tables.variables,
    key: [edit.variable],
    isIt: (row: Tables["variables"][number]) => row.id === edit.variable,
    about: `variable/${edit.variable}`,
    put: (variables: Tables["variables"]): Tables => ({ ...tables, variables }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function setCode(tables: Tables, edit: EditOf<"set-code">): Applied {
  const target = {
    resource: "codes",
    rows: tables.codes,
    key: [edit.variable, edit.code],
    isIt: (row: Code) => isCode(row, edit),
    about: `code/${edit.variable}/${edit.code}`,
    put: (codes: readonly Code[]): Tables => ({ ...tables, codes }),
  } as const;
  return setCells(target, edit, (fields, was) => ({ ...edit, fields, was }));
}

function addObservation(tables: Tables, edit: EditOf<"add-observation">): Applied {
  const { kind, ...observation } = edit;
  const { variable, respondent, code } = observation;
  if (isDerived(tables, variable)) return followsItsRule(variable);
  if (tables.observations.some((row) => isObservation(row, observation)))
    return taken("observations", [variable, respondent, code]);
  return {
    tables: { ...tables, observations: withObservation(tables, observation) },
    inverse: [{ kind: "remove-observation", variable, respondent, code }],
    changes: [added(kind, aboutObservation(observation), evidence(observation))],
  };
}

function removeObservation(tables: Tables, edit: EditOf<"remove-observation">): Applied {
  const { kind, variable, respondent, code } = edit;
  if (isDerived(tables, variable)) return followsItsRule(variable);
  const found = tables.observations.find((row) => isObservation(row, edit));
  if (found === undefined) return lacking("observations", [variable, respondent, code]);
  return {
    tables: { ...tables, observations: tables.observations.filter((row) => row !== found) },
    inverse: [{ kind: "add-observation", ...found }],
    changes: [removed(kind, aboutObservation(found), evidence(found))],
  };
}

function addCode(tables: Tables, edit: EditOf<"add-code">): Applied {
  const { kind, ...code } = edit;
  if (!tables.variables.some(({ id }) => id === code.variable)) return lacking("variables", [code.variable]);
  if (tables.codes.some((row) => isCode(row, code))) return taken("codes", [code.variable, code.code]);
  return {
    tables: { ...tables, codes: withCode(tables, code) },
    inverse: [{ kind: "remove-code", variable: code.variable, code: code.code }],
    changes: [added(kind, `code/${code.variable}/${code.code}`, code.label)],
  };
}

function removeCode(tables: Tables, edit: EditOf<"remove-code">): Applied {
  const found = tables.codes.find((row) => isCode(row, edit));
  if (found === undefined) return lacking("codes", [edit.variable, edit.code]);
  return {
    tables: { ...tables, codes: tables.codes.filter((row) => row !== found) },
    inverse: [{ kind: "add-code", ...found }],
    changes: [removed(edit.kind, `code/${edit.variable}/${edit.code}`, found.label)],
  };
}

function addCaveat(tables: Tables, edit: EditOf<"add-caveat">): Applied {
  const { kind, ...caveat } = edit;
  if (tables.caveats.some(({ id }) => id === caveat.id)) return taken("caveats", [caveat.id]);
  return {
    tables: { ...tables, caveats: [...tables.caveats, caveat] },
    inverse: [{ kind: "remove-caveat", id: caveat.id }],
    changes: [added(kind, `caveat/${caveat.id}`, caveatText(caveat))],
  };
}

function removeCaveat(tables: Tables, edit: EditOf<"remove-caveat">): Applied {
  const found = tables.caveats.find(({ id }) => id === edit.id);
  if (found === undefined) return lacking("caveats", [edit.id]);
  return {
    tables: { ...tables, caveats: tables.caveats.filter((row) => row !== found) },
    inverse: [{ kind: "add-caveat", ...found }],
    changes: [removed(edit.kind, `caveat/${edit.id}`, caveatText(found))],
  };
}

function followsItsRule(variable: string): Applied {
  return refused(
    "observations",
    "variable",
    variable,
    "a variable that is not derived: its values follow from its rule",
  );
}

function isObservation(row: Observation, key: Pick<Observation, "variable" | "respondent" | "code">): boolean {
  return row.variable === key.variable && row.respondent === key.respondent && row.code === key.code;
}

function isCode(row: Code, key: Pick<Code, "variable" | "code">): boolean {
  return row.variable === key.variable && row.code === key.code;
}

function aboutObservation({
  variable,
  respondent,
  code,
}: Pick<Observation, "variable" | "respondent" | "code">): string {
  return `observation/${variable}/${respondent}/${code}`;
}

function evidence({ basis, locator }: Pick<Observation, "basis" | "locator">): string {
  return `${basis}, ${locator}`;
}

function caveatText({ about, what, handling }: Caveat): string {
  return `${about}: ${what} ${handling}`;
}

function added(kind: PackageEdit["kind"], about: string, after: string): ChangeNote {
  return { kind, about, column: "", before: "", after };
}

function removed(kind: PackageEdit["kind"], about: string, before: string): ChangeNote {
  return { kind, about, column: "", before, after: "" };
}
