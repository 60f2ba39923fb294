import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Variable } from "../dataset/resources.ts";
import type { RowFinding } from "./row-findings.ts";
import type { MissingMeaning, MissingPart } from "./tally.ts";
import { countWord, insideSentence, listInWords } from "./words.ts";

/** A finding in one sentence without a full stop, with those of whom it says nothing: "Only NL names tools, five without information". */
export function sayFinding(dataset: Dataset, variable: Variable, finding: RowFinding): string {
  const label = finding.code === null ? null : indexOf(dataset).code(variable.id, finding.code).label;
  const isAnswer = variable.kind === "answer";
  const said = isAnswer ? sayAnswers(finding, label) : sayCodes(finding, label ?? insideSentence(variable.label));
  const together = sayTogether(finding, isAnswer || finding.kind === "only" || finding.kind === "all");
  const missing = finding.kind === "nothing-comparable" ? "" : sayMissing(finding.missing);
  return [said + together, missing].filter((part) => part !== "").join(", ");
}

/** "five without information, two not mentioned and one with a remark only"; empty where none is missing. */
export function sayMissing(missing: readonly MissingPart[]): string {
  return listInWords(
    missing.map(({ meaning, respondents }) => {
      const { length } = respondents;
      return `${countWord(length)} ${MISSING_WORDS[meaning][length === 1 ? 0 : 1]}`;
    }),
  );
}

/** What is said of one and of several whose answer cannot be compared. */
const MISSING_WORDS: Readonly<Record<MissingMeaning, readonly [string, string]>> = {
  neutral: ["with a remark only", "with remarks only"],
  "not-mentioned": ["not mentioned", "not mentioned"],
  "no-information": ["without information", "without information"],
};

function sayAnswers({ kind, respondents, parts, missing }: RowFinding, answer: string | null): string {
  const names = listInWords(respondents);
  switch (kind) {
    case "only":
      return `Only ${names} answers ${answer}`;
    case "all-but":
      return `All but ${names} answer ${answer}`;
    case "all": {
      if (respondents.length === 1) return `Only ${names} can be compared: ${answer}`;
      if (respondents.length === 2)
        return `Both ${missing.length === 0 ? "" : "that can be compared "}answer ${answer}`;
      return `All ${respondents.length} ${missing.length === 0 ? "" : "that can be compared "}answer ${answer}`;
    }
    case "split":
      return `Split ${parts.join(" to ")}${parts[0] === parts[1] ? ", no majority" : ""}`;
    default:
      return nothingComparable(missing);
  }
}

function sayCodes({ kind, respondents, parts, missing }: RowFinding, named: string): string {
  const names = listInWords(respondents);
  const [naming = 0, notNaming = 0] = parts;
  switch (kind) {
    case "only":
      return `Only ${names} ${respondents.length === 1 ? "names" : "name"} ${named}`;
    case "all-but":
      return `All but ${names} name ${named}`;
    case "all": {
      if (respondents.length === 1) return `${names} names ${named}, and no other can be compared`;
      if (respondents.length === 2) return `Both ${missing.length === 0 ? "" : "that can be compared "}name ${named}`;
      return `All ${respondents.length} ${missing.length === 0 ? "" : "that can be compared "}name ${named}`;
    }
    case "split":
      return `Split ${naming} to ${notNaming} on ${named}${naming === notNaming ? ", no majority" : ""}`;
    case "none-named":
      return notNaming === 1 ? `${names} names no ${named}` : `None of ${notNaming} names ${named}`;
    case "no-state-given":
      return `The source names no state for ${named}`;
    default:
      return nothingComparable(missing);
  }
}

function nothingComparable(missing: readonly MissingPart[]): string {
  return `Nothing can be compared: ${sayMissing(missing)}`;
}

// The states that the sentence names are those that the source lists together; in "all but", they are the others.
function sayTogether({ respondents, parts, together }: RowFinding, isOfNamed: boolean): string {
  if (together.length === 0) return "";
  const [all = 0] = isOfNamed ? [respondents.length] : parts;
  if (together.length === 1) return `; the source lists ${together[0]} together with others`;
  if (together.length < all) return `; the source lists ${listInWords(together)} together`;
  return isOfNamed ? "; the source lists them together" : "; the source lists those that do together";
}
