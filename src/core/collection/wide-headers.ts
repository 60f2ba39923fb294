import { foldText } from "../query/fold-text.ts";

/** What a column of the workbench's own wide export holds. */
export type WideRole = "answer" | "meaning" | "codes" | "summary" | "basis" | "locator";

/** The header of a column in the workbench's own wide export. */
export interface WideHeader {
  readonly question: string;
  /** The variable's label for answer and codes, the question's for the others. */
  readonly label: string;
  readonly role: WideRole;
  /** The variable; empty where the column is of the question as a whole. */
  readonly variable: string;
}

const ID = "[a-z0-9][a-z0-9.-]*";
const OWN_HEADER = new RegExp(`^(${ID}) (.*): (?:(answer|codes) \\[(${ID})\\]|(meaning|summary|basis|locator))$`, "s");

/** The text of a header of the workbench's own: `3.1 Monitors the internet: answer [monitoring]`. */
export function printWideHeader({ question, label, role, variable }: WideHeader): string {
  return `${question} ${label}: ${role}${variable === "" ? "" : ` [${variable}]`}`;
}

/** Reads a header of the workbench's own; null where it is somebody else's. */
export function parseWideHeader(text: string): WideHeader | null {
  const parts = OWN_HEADER.exec(text);
  if (parts === null) return null;
  const [, question = "", label = "", coded, variable = "", whole] = parts;
  return { question, label, role: (coded ?? whole) as WideRole, variable };
}

/** What a header made by people tells of its column. */
export interface PlainHeader {
  /** The question's number as an id (1, 3.4, 2b); empty where there is none. */
  readonly number: string;
  /** The header without number and without words for the kind of column; may be empty. */
  readonly label: string;
  readonly isComment: boolean;
  readonly isDissemination: boolean;
  /** Whether it is about the row rather than about a question: a date, an address, a running number. */
  readonly isAside: boolean;
  readonly isQuestion: boolean;
}

const NUMBER =
  /^\s*(?:(?:ad[- ]hoc )?(?:question|frage|vraag|pregunta|domanda|quest|q|f)\s*[.:_-]?\s*)?(?:(?:no|nr|n°)\.?\s*)?(\d{1,2}(?:[._]\d{1,2})*[a-z]?)(?=$|[\s.):_/–—-])[\s.):_/–—-]*/i;
const KIND_WORDS =
  /[\s:(–—/-]*\b(?:answers?|responses?|reply|replies|codes?|coding|comments?|explanations?|remarks?|details?|reponses?|commentaires?|antwort(?:en)?|kommentare?|bemerkung(?:en)?)\)?\s*$/i;
const COMMENT =
  /\b(?:comments?|explanations?|explain|remarks?|details?|elaborat\w*|justif\w*|specify|further|additional|free text|notes?|why|commentaires?|remarques?|precis\w*|expli\w*|bemerkung\w*|kommentar\w*|anmerkung\w*|erlauter\w*|begrund\w*)\b/;
const DISSEMINATION = /\b(?:dissemin\w*|publish|publication|circulation|diffusion|verbreitung|veroffentlich\w*)\b/;
const ASIDE =
  /^(?:#|id|no|nr|n°|row|lfd nr|date|datum|datum der antwort|received|submitted|submission date|timestamp|time|status|contact|contact person|contact point|e-?mail|email address|phone|telephone|tel|name of (?:contact|respondent)|author|organisation|organization|institution|ministry|authority|department|unit|language|file|link|url)\b[.:]?$/;

/** Reads a header as people write them: "Q1", "3.4 Comments", "Question 2: Do you …?". */
export function readHeader(text: string): PlainHeader {
  const line = text.replace(/\s+/g, " ").trim();
  const numbered = NUMBER.exec(line);
  const number = (numbered?.[1] ?? "").toLowerCase().replaceAll("_", ".");
  const rest = line.slice(numbered?.[0].length ?? 0);
  const folded = foldText(rest).trim();
  return {
    number,
    label: rest.replace(KIND_WORDS, "").trim(),
    isComment: COMMENT.test(folded),
    isDissemination: DISSEMINATION.test(folded),
    isAside: number === "" && ASIDE.test(folded),
    isQuestion: number !== "" || rest.includes("?"),
  };
}
