import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS } from "../dataset/meanings.ts";
import { printRef, type Ref } from "../dataset/ref.ts";
import type { Code, Question, Variable } from "../dataset/resources.ts";
import { sha256 } from "../dataset/sha256.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** The codebook as programs for qualitative analysis hold it: codes in codes, and sets of them. */
export interface CodebookTree {
  readonly root: CodebookNode;
  readonly sets: readonly CodebookSet[];
}

export interface CodebookNode {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** Whether text can be coded with it; the package, questions and variables are there for order alone. */
  readonly isCodable: boolean;
  /** #rrggbb, of codes that say what an answer means. */
  readonly colour: string | null;
  readonly children: readonly CodebookNode[];
}

export interface CodebookSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly string[];
}

/**
 * The codebook of a package: the package, its questions, their variables, their codes; and a set of codes for every meaning that an answer has.
 * A code's name says its variable too, as some programs want every name once. Its GUID follows from its ids alone, so that a later export updates it.
 */
export function codebookTree(outgoing: Outgoing, date: string): CodebookTree {
  const { audience, dataset } = outgoing;
  const about = packageMetadata(outgoing, date).map(({ name, value }) => `${name}: ${value}`);
  return {
    root: node(
      { kind: "package", packageId: dataset.info.name },
      {
        name: audienceTitle(dataset.info.title, audience),
        description: about.join("\n"),
        children: indexOf(dataset).questions.map((question) => questionNode(dataset, question)),
      },
    ),
    sets: meaningSets(dataset),
  };
}

function questionNode(dataset: Dataset, { id, label, wording }: Question): CodebookNode {
  return node(
    { kind: "question", packageId: dataset.info.name, id },
    {
      name: `${id} ${label}`,
      description: wording,
      children: indexOf(dataset)
        .variablesOf(id)
        .map((variable) => variableNode(dataset, variable)),
    },
  );
}

function variableNode(dataset: Dataset, variable: Variable): CodebookNode {
  const { id, label, kind, definition } = variable;
  return node(
    { kind: "variable", packageId: dataset.info.name, id },
    {
      name: `${label} (${id})`,
      description: `${definition}\n${kind === "answer" ? "One code a state." : "Any number of codes a state."}`,
      children: indexOf(dataset)
        .codesOf(id)
        .map((code) => codeNode(dataset, variable, code)),
    },
  );
}

function codeNode(dataset: Dataset, variable: Variable, own: Code): CodebookNode {
  const { code, label, meaning, definition } = own;
  const isAnswer = variable.kind === "answer";
  return {
    ...node(codeRef(dataset, own), {
      name: `${variable.id}: ${label} (${code})`,
      description: [definition, ...(isAnswer ? [`Meaning: ${MEANINGS[meaning].word.toLowerCase()}.`] : [])].join("\n"),
      children: [],
    }),
    isCodable: true,
    colour: isAnswer ? MEANINGS[meaning].colour.light : null,
  };
}

function meaningSets(dataset: Dataset): readonly CodebookSet[] {
  const answers = new Set(dataset.variables.filter(({ kind }) => kind === "answer").map(({ id }) => id));
  return MEANING_ORDER.map((meaning) => ({
    guid: guidOf(`${dataset.info.name}/meaning/${meaning}`),
    name: `Meaning: ${MEANINGS[meaning].word}`,
    description: MEANINGS[meaning].explanation,
    members: dataset.codes
      .filter((code) => code.meaning === meaning && answers.has(code.variable))
      .map((code) => guidOf(printRef(codeRef(dataset, code)))),
  })).filter(({ members }) => members.length > 0);
}

function codeRef({ info }: Dataset, { variable, code }: Code): Ref {
  return { kind: "code", packageId: info.name, variable, code };
}

function node(ref: Ref, own: Pick<CodebookNode, "name" | "description" | "children">): CodebookNode {
  return { guid: guidOf(printRef(ref)), isCodable: false, colour: null, ...own };
}

// A name-based UUID of version 8 (RFC 9562, B.2): the first half of the name's SHA-256 under version and variant.
function guidOf(name: string): string {
  const hash = sha256(`ahq-workbench/${name}`);
  const variant = (8 + (Number.parseInt(hash.charAt(16), 16) & 3)).toString(16);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join("-");
}
