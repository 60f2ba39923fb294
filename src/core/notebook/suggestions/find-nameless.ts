import { insideSentence } from "../../analysis/words.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { indexOf, isComparable } from "../../dataset/dataset-index.ts";
import { printRef } from "../../dataset/ref.ts";
import type { Code, Variable } from "../../dataset/resources.ts";
import type { FoundDoubt } from "./suggestion.ts";

/** What the source says of no one state: codes that it names for none, with what it says of them, then its other statements that are the states' own. */
export function findNameless(dataset: Dataset): readonly FoundDoubt[] {
  const index = indexOf(dataset);
  const codes = index.questions
    .flatMap(({ id }) => index.variablesOf(id))
    .filter(({ kind }) => kind === "multiple")
    .flatMap((variable) => index.codesOf(variable.id).map((code) => ({ variable, code })))
    .filter(({ variable, code }) => index.isNamedForNoOne(variable.id, code.code));
  const isOfSuch = (finding: Finding): boolean =>
    codes.some(({ code }) => code.variable === finding.variable && code.code === finding.code);
  return [
    ...codes.map(({ variable, code }) => doubtOfCode(dataset, variable, code)),
    ...dataset.findings
      .filter((finding) => isOfStates(finding) && !isOfSuch(finding))
      .map((finding) => doubtOfFinding(dataset, finding)),
  ];
}

type Finding = Dataset["findings"][number];

function doubtOfCode(dataset: Dataset, { question, label: of }: Variable, { variable, code, label }: Code): FoundDoubt {
  const packageId = dataset.info.name;
  const said = dataset.findings.filter((finding) => finding.variable === variable && finding.code === code);
  return {
    title: `${of}: which states does “${label}” hold of?`,
    explanation: ["The source gives this to no one state.", ...said.map(({ text }) => text)].join(" "),
    evidence: [
      printRef({ kind: "code", packageId, variable, code }),
      ...said.map(({ id }) => printRef({ kind: "finding", packageId, id })),
    ],
    respondents: speaking(dataset, question),
    questions: [question],
  };
}

function doubtOfFinding(dataset: Dataset, { id, question, scope, text }: Finding): FoundDoubt {
  return {
    title: `Which states does this hold of? ${text}`.slice(0, 500),
    explanation: `The source says it of ${insideSentence(scope)}, and names no state.`,
    evidence: [printRef({ kind: "finding", packageId: dataset.info.name, id })],
    respondents: speaking(dataset, question),
    questions: [question],
  };
}

// What authors or providers say is no statement about a state that it leaves unnamed.
function isOfStates({ speaker }: Finding): boolean {
  return speaker === "states" || speaker === "unclear";
}

function speaking(dataset: Dataset, question: string): readonly string[] {
  const index = indexOf(dataset);
  return dataset.respondents
    .map(({ code }) => code)
    .filter((code) => index.hasResponse(question, code) && isComparable(index.meaning(question, code)));
}
