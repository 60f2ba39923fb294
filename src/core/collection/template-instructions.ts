import type { QueryDraft } from "../notebook/query-draft.ts";

const DEFAULT_DISSEMINATION =
  "Yes: your answers may be shown outside the network. No: they stay inside it, and are left out of everything that is made public.";

/** What is said of wider dissemination: the draft's own words, or what Yes and No mean. */
export function disseminationText(own: string): string {
  return own === "" ? DEFAULT_DISSEMINATION : own;
}

/** Stands on the first sheet of a filled workbook that must not leave the network. */
export const NETWORK_NOTICE = "For the network only: not for wider dissemination.";

/** What the first sheet tells whoever fills the workbook in: name and text of each line; no name where the line before goes on. */
export function instructions(draft: QueryDraft, layout: "sheets" | "table"): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string])[] = [
    ["Query", draft.number],
    ["Requested by", draft.requesters.join(", ")],
    ["Launched", draft.launched],
    ["Answers wanted by", draft.deadline],
    ["Follows up", draft.followUpOf ?? ""],
    ["Background", draft.background],
  ];
  return [
    ...facts.filter(([, text]) => text !== ""),
    [
      "How to fill it in",
      "Only the bordered cells can be changed. Choose an answer from the list that opens in its cell.",
    ],
    ["", layout === "sheets" ? SHEETS_HINT : TABLE_HINT],
    ["", "Leave blank what you cannot answer. It is counted as “no answer given”, never as “no”."],
    ["", "If you have no information, choose the answer that says so where there is one: that is an answer too."],
    ["Wider dissemination", disseminationText(draft.dissemination)],
  ];
}

const SHEETS_HINT =
  "Each question has its own sheet. Below the answer, choose Yes for whatever applies, and say the rest in your own words.";
const TABLE_HINT =
  "The sheet Answers has one row for each state. Behind each answer, choose Yes for whatever applies, and say the rest in your own words.";
