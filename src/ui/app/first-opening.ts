import { type Opened, openFirst } from "./opening.ts";

/** What is opened first. It is asked for when this file runs, which is before all others: the package arrives while the rest of the page begins. */
export const firstOpening: Promise<Opened> = openFirst().catch(({ message }: Error) => ({
  kind: "failed",
  message,
  details: [],
}));
