import type { Fault } from "../dataset/fault.ts";
import type { PlacedAnswers } from "./collect-answers.ts";
import type { Remark } from "./remark.ts";

interface Settled {
  readonly answers: readonly PlacedAnswers[];
  readonly remarks: readonly Remark[];
  readonly faults: readonly Fault[];
}

/** Each respondent once: the same answers twice are one, different ones are a fault that names both places. */
export function settleDuplicates(answers: readonly PlacedAnswers[]): Settled {
  const first = new Map<string, PlacedAnswers>();
  const remarks: Remark[] = [];
  const faults: Fault[] = [];
  for (const one of answers) {
    const { respondent } = one.returned;
    const earlier = first.get(respondent);
    if (earlier === undefined) first.set(respondent, one);
    else if (contentOf(earlier) === contentOf(one))
      remarks.push({
        ...one.place,
        column: "",
        found: respondent,
        handling: `the same as ${placeOf(earlier)}: counted once`,
      });
    else
      faults.push({
        ...one.place,
        column: "",
        found: respondent,
        expected: `one answer a state; ${placeOf(earlier)} has another`,
      });
  }
  return { answers: [...first.values()], remarks, faults };
}

function placeOf({ place }: PlacedAnswers): string {
  return place.row === null ? place.file : `${place.file} row ${place.row}`;
}

// Questions and codes come in the draft's order, so the same content is the same text.
function contentOf({ returned }: PlacedAnswers): string {
  const answers = [...returned.answers].map(([question, { answer, codes, summary }]) => [
    question,
    answer,
    [...codes],
    summary,
  ]);
  return JSON.stringify([returned.dissemination, answers]);
}
