import { findTensions, followUpTo, type Tension } from "../../analysis/tensions.ts";
import { countWord, listInWords } from "../../analysis/words.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { printRef } from "../../dataset/ref.ts";
import { type FoundDoubt, responseRefs } from "./suggestion.ts";

/** The tensions that the package declares, each with the states whose answers are in it. */
export function findDeclaredTensions(dataset: Dataset): readonly FoundDoubt[] {
  return findTensions(dataset)
    .filter(({ respondents }) => respondents.length > 0)
    .map(({ tension, respondents, questions }) => ({
      title: followUpToAll(dataset, tension, respondents),
      explanation: `${tension.why} This holds of ${countWord(respondents.length)}: ${listInWords(respondents)}.`,
      evidence: [
        printRef({ kind: "tension", packageId: dataset.info.name, id: tension.id }),
        ...questions.flatMap((question) => responseRefs(dataset, question, respondents)),
      ],
      respondents,
      questions,
    }));
}

// Of one state by its name; several are asked alike, so each is "your country".
function followUpToAll(dataset: Dataset, tension: Tension, respondents: readonly string[]): string {
  const [only] = respondents;
  if (only !== undefined && respondents.length === 1) return followUpTo(dataset, tension, only);
  return tension.follow_up
    .replaceAll(/(^|[.?!] )\{respondent\}/g, "$1Your country")
    .replaceAll("{respondent}", "your country");
}
