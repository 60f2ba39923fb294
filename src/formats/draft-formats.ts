import { queryOfDraft } from "../core/collection/query-of-draft.ts";
import { blankAnswers, responseForms } from "../core/collection/response-template.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { queryDocument } from "../core/export/query-document.ts";
import { printDraft, type QueryDraft } from "../core/notebook/query-draft.ts";
import type { WorkingDraft } from "../core/notebook/working-draft.ts";

export type WrittenDraft =
  | { readonly bytes: Uint8Array; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly bytes?: never };

interface DraftFormat {
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  readonly isBinary: boolean;
  /** Writes a draft, or names the faults that keep it from being written so. The same draft gives the same bytes. */
  readonly write: (draft: WorkingDraft) => Promise<WrittenDraft>;
}

/** Every format, in the order of menus. */
export const DRAFT_FORMAT_IDS = ["docx", "md", "json", "xlsx"] as const;
export type DraftFormatId = (typeof DRAFT_FORMAT_IDS)[number];

/** The one table of what a draft can be exported to. What is large is fetched when it is needed. */
export const DRAFT_FORMATS: Readonly<Record<DraftFormatId, DraftFormat>> = {
  docx: {
    label: "Word document",
    extension: "docx",
    isBinary: true,
    write: async (draft) => ({
      bytes: await (await import("./write-query-docx.ts")).writeQueryDocx(queryDocument(draft)),
    }),
  },
  md: {
    label: "Markdown",
    extension: "md",
    isBinary: false,
    write: async (draft) => {
      return encoded((await import("./write-query-markdown.ts")).writeQueryMarkdown(queryDocument(draft)));
    },
  },
  json: {
    label: "JSON, as ahq template reads it",
    extension: "json",
    isBinary: false,
    write: async (draft) => complete(draft, async (query) => encoded(printDraft(query))),
  },
  xlsx: {
    label: "Blank response workbook",
    extension: "xlsx",
    isBinary: true,
    write: async (draft) =>
      complete(draft, async (query) => {
        const { writeResponseWorkbook } = await import("./write-response-workbook.ts");
        return { bytes: writeResponseWorkbook(responseForms(query, blankAnswers(""))) };
      }),
  },
};

async function complete(
  draft: WorkingDraft,
  write: (query: QueryDraft) => Promise<WrittenDraft>,
): Promise<WrittenDraft> {
  const { draft: query, faults } = queryOfDraft("the draft", draft);
  return query === undefined ? { faults } : write(query);
}

function encoded(text: string): WrittenDraft {
  return { bytes: new TextEncoder().encode(text) };
}
