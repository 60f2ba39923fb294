import Papa from "papaparse";
import { buildOurs } from "../build-ours.mjs";
import { mean, median, millisecondsUntil } from "../measure.mjs";
import { makeCorpus } from "./corpus.mjs";

/** A package read from the text of its files, validated as a whole: as the hosts do it, without and with the digest of its content, and as a page does; against papaparse, which splits the same texts into cells and looks at none. */
export async function benchLoad({ n = 249_600, rounds = 5 }) {
  const files = makeCorpus(n);
  const texts = Object.values(files).filter((text) => !text.startsWith("{"));
  const { inHost, namedInHost, inPage } = await buildOurs("load/ours.ts");
  const contenders = {
    ours: () => inHost(files),
    "ours, with its digest": () => namedInHost(files),
    "ours, in a page": () => inPage(files),
    papaparse: () => texts.map((text) => Papa.parse(text, { delimiter: ",", newline: "\n" }).data.length),
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, load] of Object.entries(contenders)) times[name].push(await millisecondsUntil(load));
  return {
    n,
    facts: { characters: texts.reduce((sum, text) => sum + text.length, 0), rounds },
    medianMs: mapped(times, median),
    meanMs: mapped(times, mean),
  };
}

function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
