import type { TakenIn } from "../api/backups.ts";

/** Adds what was read of a file to what there is, and says what came of it. */
export type Taking = () => Promise<Omit<TakenIn, "part">>;
