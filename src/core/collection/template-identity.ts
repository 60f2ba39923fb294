import type { Fault } from "../dataset/fault.ts";
import type { Grid } from "../dataset/grid.ts";
import { draftDigest, type QueryDraft, readDraft } from "../notebook/query-draft.ts";
import { TEMPLATE_MARKS, TEMPLATE_VERSION } from "./template-keys.ts";

/** The draft that a response workbook was made of; null where the sheet that says so is gone. */
export type Identity =
  | { readonly draft: QueryDraft | null; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly draft?: never };

/** Reads which draft each workbook was made of, and that it was not changed since. The same draft is read once, however many workbooks have it. */
export function identityReader(): (grids: readonly Grid[]) => Identity {
  const known = new Map<string, Identity>();
  return (grids) => {
    const grid = grids.find(({ rows }) => rows.some(({ cells }) => cells[0]?.text === TEMPLATE_MARKS.template));
    if (grid === undefined) return { draft: null };
    const texts = (mark: string) =>
      grid.rows.flatMap(({ cells }) => (cells[0]?.text === mark ? [cells[1]?.text ?? ""] : []));
    const [version = ""] = texts(TEMPLATE_MARKS.template);
    if (version !== TEMPLATE_VERSION) return { faults: [versionFault(grid, version)] };
    const [digest = ""] = texts(TEMPLATE_MARKS.digest);
    const text = texts(TEMPLATE_MARKS.draft).join("");
    const key = `${digest} ${text}`;
    const identity = known.get(key) ?? readIdentity(grid, digest, text);
    if (identity.draft !== undefined) known.set(key, identity);
    return identity;
  };
}

function readIdentity(grid: Grid, digest: string, text: string): Identity {
  const json = parsed(text);
  if (json === undefined)
    return { faults: [fault(grid, "text that is no draft", "the draft, as it was written there")] };
  const { draft, faults } = readDraft(grid.file, json);
  if (draft === undefined) return { faults };
  if (digest === draftDigest(draft)) return { draft };
  return { faults: [fault(grid, `a draft changed by hand (${draft.id})`, "the draft, as it was written there")] };
}

function versionFault(grid: Grid, found: string): Fault {
  const expected = `version ${TEMPLATE_VERSION}; a later one needs a later version of the workbench`;
  return fault(grid, `a template of version ${found}`, expected);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fault({ file }: Grid, found: string, expected: string): Fault {
  return { file, row: null, column: "", found, expected };
}
