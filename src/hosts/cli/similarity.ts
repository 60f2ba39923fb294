import { type Clustering, clusterRespondents, type Dendrogram } from "../../core/analysis/clustering.ts";
import {
  DEFAULT_THRESHOLD,
  measureSimilarity,
  type SimilarityChoice,
  type SimilarityMatrix,
} from "../../core/analysis/similarity.ts";
import { SIMILARITY_MEASURE_IDS, SIMILARITY_MEASURES } from "../../core/analysis/similarity-measures.ts";
import { type Neighbour, rankNeighbours, rankTypicality, type Typicality } from "../../core/analysis/typicality.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { similarityTable, similarityText } from "../../core/export/similarity-table.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import {
  known,
  outgoingNaming,
  QUESTIONS_OPTION,
  readQuestions,
  readStates,
  respondentCodes,
  STATES_OPTIONS,
} from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { readWhole, readWord } from "./read-option.ts";
import { showPair } from "./similarity-pair.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

/** `ahq similarity` */
export const similarityCommand: Command = {
  usage: `similarity [package] [--respondents LIST] [--where '<filter>'] [--questions LIST] [--measure MEASURE] [--weight VARIABLE=NUMBER]… [--threshold N] [--matrix | --pair BE,NL] ${TABLE_EXPORT_USAGE}`,
  summary: "how alike states are, clustered, with the number of comparable answers behind every figure",
  details: SIMILARITY_MEASURE_IDS.map((id) => {
    const { meaning, source } = SIMILARITY_MEASURES[id];
    return `\n${id}: ${meaning}\n  ${source}`;
  }).join("\n"),
  options: {
    ...STATES_OPTIONS,
    ...QUESTIONS_OPTION,
    measure: { value: "MEASURE", help: `one of ${SIMILARITY_MEASURE_IDS.join(", ")}; the first is the default` },
    weight: {
      value: "VARIABLE=NUMBER",
      help: "how much a variable counts; 0 leaves it out. Left out it is 1, and 0 for a derived variable",
      isRepeatable: true,
    },
    threshold: {
      value: "N",
      help: `withhold figures on fewer comparable answers and codes; ${DEFAULT_THRESHOLD} where it is left out`,
    },
    matrix: { help: "every pair instead of a row a state" },
    pair: { value: "BE,NL", help: "what two states share and where they part" },
    ...TABLE_EXPORT_OPTIONS,
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const measure = readWord(args, "measure", SIMILARITY_MEASURE_IDS);
    const threshold = readWhole(args, "threshold", DEFAULT_THRESHOLD);
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    const weights = readWeights(args, dataset);
    const questions = readQuestions(args, dataset);
    const pair = readPair(args, dataset);
    if (pair !== null) {
      if (form !== "reading" && form !== "json")
        throw new UsageError("--pair is for reading or --json: it makes no file");
      const unheeded = ["matrix", "respondents", "where"].find((option) => args.isGiven(option));
      if (unheeded !== undefined) throw new UsageError(`--pair and --${unheeded} exclude each other`);
      showPair(args, surroundings, dataset, { respondents: pair, questions, measure, weights, threshold }, pair);
      return 0;
    }
    const choiceOf = (own: Dataset): SimilarityChoice => {
      return { respondents: readStates(args, own), questions, measure, weights, threshold };
    };
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(args, surroundings, measured(dataset, choiceOf(dataset))),
      json: () => plainAnalysis(measured(dataset, choiceOf(dataset))),
      table: () => {
        const outgoing = outgoingNaming(args, dataset, args.list("respondents") ?? []);
        const matrix = measured(outgoing.dataset, choiceOf(outgoing.dataset));
        const request = { matrix, clustering: clusterRespondents(matrix), weights, date: exportDate(surroundings) };
        return similarityTable(outgoing, request);
      },
    });
    return 0;
  },
};

function readWeights(args: Arguments, dataset: Dataset): Readonly<Record<string, number>> {
  const given = args.texts("weight").map((text) => {
    const [, variable = "", weight = ""] = /^(.*)=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (variable === "")
      throw new UsageError(`--weight ${text}: expected a variable and a number, such as monitoring=2`);
    return [variable, Number(weight)] as const;
  });
  const names = dataset.variables.map(({ id }) => id);
  known(
    given.map(([variable]) => variable),
    "variable",
    names,
    dataset,
  );
  return Object.fromEntries(given);
}

function readPair(args: Arguments, dataset: Dataset): readonly [string, string] | null {
  const given = args.list("pair");
  if (given === null) return null;
  const [a, b, ...rest] = known(given, "respondent", respondentCodes(dataset), dataset);
  if (a === undefined || b === undefined || a === b || rest.length > 0)
    throw new UsageError(`--pair ${given.join(",")}: expected two states, such as --pair BE,NL`);
  return [a, b];
}

function measured(dataset: Dataset, choice: SimilarityChoice): SimilarityMatrix {
  if (choice.respondents.length < 2) throw new InputError("similarity needs at least two states");
  return measureSimilarity(dataset, choice);
}

function writeForReading(args: Arguments, { stdout, stderr }: Surroundings, matrix: SimilarityMatrix): void {
  const clustering = clusterRespondents(matrix);
  if (args.isGiven("matrix")) writeMatrix(stdout, matrix, clustering);
  else writeStates(stdout, matrix, clustering, rankTypicality(matrix));
  const { label, meaning } = SIMILARITY_MEASURES[matrix.measure];
  writeLine(stderr, `${label}: ${meaning}`);
  writeLine(
    stderr,
    `In brackets the number of answers and codes compared; – where it is under ${matrix.threshold}. Alike states stand together.`,
  );
}

function writeStates(
  stdout: Surroundings["stdout"],
  matrix: SimilarityMatrix,
  { order }: Clustering,
  typicality: readonly Typicality[],
): void {
  const headers = ["State", "Mean", "Pairs known", "Nearest", "Farthest", ""];
  const ofState = new Map(typicality.map((own) => [own.respondent, own]));
  const known = typicality.filter(({ mean }) => mean !== null);
  const [mostTypical, leastTypical] = [known.at(0), known.at(-1)];
  const rows = order.flatMap((respondent) => {
    const own = ofState.get(respondent);
    if (own === undefined) return [];
    const neighbours = rankNeighbours(matrix, respondent).filter(({ similarity }) => similarity !== null);
    const note =
      own === mostTypical ? "most typical" : own.isOutlier ? "outlier" : own === leastTypical ? "least typical" : "";
    return [
      [
        respondent,
        figure(own.mean),
        `${own.pairs} of ${own.of}`,
        neighbourText(neighbours.at(0)),
        neighbourText(neighbours.at(-1)),
        note,
      ],
    ];
  });
  writeTable(
    stdout,
    headers.map((header) => ({ header })),
    rows,
  );
}

function neighbourText(neighbour: Neighbour | undefined): string {
  return neighbour === undefined ? "–" : `${neighbour.respondent} ${similarityText(neighbour)}`;
}

function writeMatrix(stdout: Surroundings["stdout"], matrix: SimilarityMatrix, { order }: Clustering): void {
  const columns = [{ header: "" }, ...order.map((header) => ({ header }))];
  const rows = order.map((a) => [a, ...order.map((b) => (a === b ? "" : similarityText(matrix.between(a, b))))]);
  writeTable(stdout, columns, rows);
}

function figure(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

function plainAnalysis(matrix: SimilarityMatrix): object {
  const { respondents, measure, threshold, between } = matrix;
  const pairs = respondents.flatMap((a, i) => respondents.slice(i + 1).map((b) => ({ a, b, ...between(a, b) })));
  const { order, trees, apart } = clusterRespondents(matrix);
  const { label, meaning, source } = SIMILARITY_MEASURES[measure];
  return {
    measure: { id: measure, label, meaning, source },
    threshold,
    pairs,
    order,
    apart,
    trees: trees.map(plainTree),
    typicality: rankTypicality(matrix).map(({ respondent, mean, pairs: knownPairs, of, isOutlier }) => {
      return { respondent, mean, pairs: knownPairs, of, outlier: isOutlier };
    }),
  };
}

// Nested lists as in Newick, with the distance at which the branches join.
function plainTree(tree: Dendrogram): object | string {
  return tree.kind === "leaf" ? tree.respondent : { distance: tree.distance, branches: tree.branches.map(plainTree) };
}
