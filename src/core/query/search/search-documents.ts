import type { Dataset } from "../../dataset/dataset.ts";
import { indexOf } from "../../dataset/dataset-index.ts";
import { printRef, responseRef } from "../../dataset/ref.ts";
import type { Response } from "../../dataset/resources.ts";
import type { FieldText, SearchDocument, SearchDocuments, SearchField, SearchKind } from "./search-document.ts";

/**
 * All that can be found in a package: its responses first, each with its examples, its codes and who gave it, in the order of the table;
 * then its states in theirs, its questions, variables, codes and findings.
 */
export function documentsOf(dataset: Dataset): SearchDocuments {
  let count = 0;
  const parts = [responses, respondents, questions, variables, codes, findings].map((make) => {
    const part = make(dataset);
    const from = count;
    count += part.count;
    return { part, from, to: count };
  });
  const placeOf = (position: number) => {
    const place = parts.find(({ to }) => position < to);
    if (place === undefined) throw new Error(`there is no document ${position}`);
    return place;
  };
  return {
    count,
    at: (position) => {
      const { part, from } = placeOf(position);
      return part.at(position - from);
    },
    kindAt: (position) => placeOf(position).part.kind,
  };
}

/** Documents of one kind. */
interface Part {
  readonly kind: SearchKind;
  readonly count: number;
  at(position: number): SearchDocument;
}

function partOf<Row>(kind: SearchKind, rows: readonly Row[], make: (row: Row) => Omit<SearchDocument, "kind">): Part {
  const at = (position: number): SearchDocument => {
    const row = rows[position];
    if (row === undefined) throw new Error(`there is no row ${position}`);
    return { kind, ...make(row) };
  };
  return { kind, count: rows.length, at };
}

function text(field: SearchField, ...parts: readonly string[]): readonly FieldText[] {
  const joined = parts.filter((part) => part !== "").join("; ");
  return joined === "" ? [] : [{ field, text: joined }];
}

function responses(dataset: Dataset): Part {
  const index = indexOf(dataset);
  return partOf("response", dataset.responses, (response) => {
    const { question, respondent, summary } = response;
    return {
      ref: responseRef(dataset, question, respondent),
      texts: [
        ...text("summary", summary),
        ...index.examples(question, respondent).flatMap((example) => text("example", example.text)),
        ...text("codes", ...codeLabels(dataset, response)),
        ...text("respondent", `${respondent} ${index.respondent(respondent).name}`),
      ],
    };
  });
}

function codeLabels(dataset: Dataset, { question, respondent, answer }: Response): readonly string[] {
  const index = indexOf(dataset);
  return index.variablesOf(question).flatMap(({ id, kind }) => {
    const given = kind === "answer" ? [answer] : index.observations(id, respondent).map(({ code }) => code);
    return given.map((code) => index.code(id, code).label);
  });
}

function respondents({ info, respondents: rows }: Dataset): Part {
  return partOf("respondent", rows, ({ code, name }) => {
    return {
      ref: printRef({ kind: "respondent", packageId: info.name, id: code }),
      texts: text("label", `${code} ${name}`),
    };
  });
}

function questions({ info, questions: rows }: Dataset): Part {
  return partOf("question", rows, ({ id, label, wording }) => {
    return {
      ref: printRef({ kind: "question", packageId: info.name, id }),
      texts: [...text("label", `${id} ${label}`), ...text("wording", wording)],
    };
  });
}

function variables({ info, variables: rows }: Dataset): Part {
  return partOf("variable", rows, ({ id, label, definition }) => {
    return {
      ref: printRef({ kind: "variable", packageId: info.name, id }),
      texts: [...text("label", label), ...text("definition", definition)],
    };
  });
}

function codes({ info, codes: rows }: Dataset): Part {
  return partOf("code", rows, ({ variable, code, label, definition }) => {
    return {
      ref: printRef({ kind: "code", packageId: info.name, variable, code }),
      texts: [...text("label", label), ...text("definition", definition)],
    };
  });
}

function findings({ info, findings: rows }: Dataset): Part {
  return partOf("finding", rows, ({ id, text: found }) => {
    return { ref: printRef({ kind: "finding", packageId: info.name, id }), texts: text("text", found) };
  });
}
