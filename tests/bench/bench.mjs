import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

// npm run bench -- facets [--n 5000] [--rounds 5] [--json]: our speed against named peers, on the same data, in one run.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: "string", default: "5000" },
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const [name = "facets"] = positionals;
if (name !== "facets") {
  console.error(`There is no benchmark ${name}; there is: facets`);
  process.exit(2);
}

installPeers();
const { benchFacets } = await import("./facets.mjs");
const { times, ...facts } = await benchFacets({ n: Number(values.n), rounds: Number(values.rounds) });
const medianMs = Object.fromEntries(Object.entries(times).map(([contender, taken]) => [contender, median(taken)]));
const ratio = Object.fromEntries(
  Object.entries(medianMs).map(([contender, taken]) => [contender, taken / medianMs.ours]),
);
if (values.json) console.log(JSON.stringify({ ...facts, machine: machine(), medianMs, ratio }));
else printTable();

function installPeers() {
  if (existsSync(join(import.meta.dirname, "node_modules/arquero"))) return;
  console.error("Installing the peers into tests/bench …");
  const { status } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: import.meta.dirname,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

function printTable() {
  console.log(`${facts.bench}: ${facts.n} responses, ${facts.filters} filters, ${facts.rounds} rounds, ${machine()}`);
  for (const [contender, taken] of Object.entries(medianMs))
    console.log(
      `${contender.padEnd(20)} ${taken.toFixed(3).padStart(10)} ms a filter ${ratio[contender].toFixed(1).padStart(8)} x ours`,
    );
}

function machine() {
  return `${cpus().length} x ${cpus()[0]?.model ?? "processor"}, Node ${process.version}`;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
