import type { TakenIn } from "../api/backups.ts";

/** Why what was read of a file cannot be added to what there is. */
export interface TakingRefusal {
  readonly found: string;
  readonly expected: string;
}

/** What was read of a file, to be added to what there is. */
export interface Taking {
  /** Why it cannot be added as things are now; null where it can. Changes nothing. */
  readonly refusal: () => Promise<TakingRefusal | null>;
  /** Adds it, and says what came of it. */
  readonly take: () => Promise<Omit<TakenIn, "part">>;
}
