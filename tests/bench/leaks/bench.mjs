import { buildProgram } from "../build-program.mjs";
import { openProgram } from "../open-program.mjs";
import { goRound, held } from "./rounds.mjs";

/** Rounds after which everything has been loaded, compiled and remembered that ever is. */
const BEFORE = 20;
const LOOKS = 5;

/** What the page holds on to over many rounds of opening and closing every screen: where it does not grow from one look to the next, nothing is left behind. */
export async function benchLeaks({ n = 500 }) {
  buildProgram();
  const { page, devtools, close } = await openProgram();
  const start = performance.now();
  try {
    await goRound(page, BEFORE);
    const looks = { [`after ${BEFORE}`]: await held(devtools) };
    for (let look = 1; look <= LOOKS; look++) {
      await goRound(page, Math.round(n / LOOKS));
      looks[`after ${BEFORE + Math.round((n * look) / LOOKS)}`] = await held(devtools);
    }
    const roundMs = (performance.now() - start) / (n + BEFORE);
    const over = (what) => Object.fromEntries(Object.entries(looks).map(([when, own]) => [when, own[what]]));
    return {
      n,
      facts: { peers: "no" },
      medianMs: { ours: roundMs },
      meanMs: { ours: roundMs },
      listeners: over("listeners"),
      nodes: over("nodes"),
      heapBytes: over("heapBytes"),
    };
  } finally {
    await close();
  }
}
