import { LIBRARY_CHANNEL, type Opened, openFirst } from "./opening.ts";

/** What is opened first. It is asked for when this file runs, which is before all others: the package arrives while the rest of the page begins. */
export const firstOpening: Promise<Opened> = openAsItIs().catch(({ message }: Error) => ({
  kind: "failed",
  message,
  details: [],
}));

// Nobody follows the library before the page is drawn: what another window changes meanwhile is asked for again.
async function openAsItIs(): Promise<Opened> {
  const channel = new BroadcastChannel(LIBRARY_CHANNEL);
  let changes = 0;
  channel.onmessage = () => {
    changes += 1;
  };
  const opened = await openFirst();
  channel.close();
  return changes === 0 ? opened : openAsItIs();
}
