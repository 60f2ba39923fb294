import { join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import { sha256 } from "../core/dataset/sha256.ts";
import { type KeptDraft, keptDraftSchema, type WorkingDraft } from "../core/notebook/working-draft.ts";
import { DurableList } from "./durable-list.ts";
import type { Taking } from "./taking.ts";

export const DRAFTS_FILE = "drafts.json";

const MOST_DRAFTS = 1000;

/** A draft as it is to be kept. */
export interface DraftChange {
  readonly id: string;
  /** The revision that it was written on; 0 for a draft that is not there yet. */
  readonly basedOn: number;
  /** Null where only its place changes. */
  readonly draft: WorkingDraft | null;
  /** Whether it is in the trash. */
  readonly isDeleted: boolean;
}

/** The drafts of queries in a data folder, those in the trash included. */
export class DraftStore {
  readonly #drafts: DurableList<KeptDraft>;

  constructor(folder: string) {
    const path = join(folder, DRAFTS_FILE);
    this.#drafts = new DurableList({
      path,
      name: "drafts",
      schema: keptDraftSchema,
      most: MOST_DRAFTS,
      keyOf: ({ id }) => id,
      labelOf: labelOf,
      copyOf,
    });
  }

  get notices(): readonly string[] {
    return this.#drafts.notices;
  }

  /** Reads another file of this kind, to add what is not here later. */
  takingOf(bytes: Uint8Array): Taking {
    return this.#drafts.takingOf(bytes);
  }

  /** The drafts, the latest change first. */
  async list(): Promise<readonly KeptDraft[]> {
    return (await this.#drafts.read()).toSorted((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
  }

  /** Keeps a draft. One that has changed since is a conflict, and nothing is stored. */
  async keep({ id, basedOn, draft, isDeleted }: DraftChange, at: string): Promise<KeptDraft> {
    let kept: KeptDraft | null = null;
    await this.#drafts.change((drafts) => {
      const current = drafts.find((own) => own.id === id);
      if ((current?.revision ?? 0) !== basedOn) throw refused(id, basedOn, current);
      const content = draft ?? current?.draft;
      if (content === undefined) throw new ApiError("not-found", `There is no draft ${id}.`);
      const deleted = isDeleted ? (current?.deleted ?? at) : null;
      kept = { id, revision: basedOn + 1, changed: at, deleted, draft: content };
      return [kept, ...drafts.filter((own) => own.id !== id)];
    });
    if (kept === null) throw new Error(`draft ${id} was not kept`);
    return kept;
  }
}

function refused(id: string, basedOn: number, current: KeptDraft | undefined): ApiError {
  if (current === undefined) return new ApiError("not-found", `There is no draft ${id}.`);
  const found = `the change is based on revision ${basedOn}, the draft is at ${current.revision}`;
  return new ApiError("conflict", `Nothing was stored: draft ${id} has changed since: ${found}.`);
}

function labelOf({ id, draft }: KeptDraft): string {
  return draft.title || id;
}

// Its id follows from its content, so that a file which is taken in twice brings one copy.
function copyOf(kept: KeptDraft): KeptDraft {
  const digest = sha256(JSON.stringify(kept));
  const id = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(12, 15)}`,
    `8${digest.slice(15, 18)}`,
    digest.slice(18, 30),
  ].join("-");
  return { ...kept, id, draft: { ...kept.draft, title: `${kept.draft.title.slice(0, 480)} (from a backup)` } };
}
