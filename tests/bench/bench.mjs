import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

// npm run bench -- <name> [--n N] [--rounds R] [--json]: our speed against named peers, on the same data, in one run.
// A benchmark is a function of { n, rounds } (left out where not given) that returns { n, medianMs }, and what else it has to say.
const BENCHES = {
  facets: {
    about: "facet counts under filters and clicks",
    load: async () => (await import("./facets/bench.mjs")).benchFacets,
  },
  export: {
    about: "a comparison as workbook and Word document",
    load: async () => (await import("./export/bench.mjs")).benchExport,
  },
  search: {
    about: "full-text search of short texts",
    load: async () => (await import("./search/bench.mjs")).benchSearch,
  },
  load: {
    about: "a large package read and validated, against its cells split and no more",
    load: async () => (await import("./load/bench.mjs")).benchLoad,
  },
  startup: {
    about: "first paint, and Overview ready for use, against a bare page of React and Mantine",
    load: async () => (await import("./startup/bench.mjs")).benchStartup,
  },
  leaks: {
    about: "listeners, nodes and heap over rounds of opening and closing every screen",
    load: async () => (await import("./leaks/bench.mjs")).benchLeaks,
  },
  ui: {
    about: "script that a click on a facet costs on screen",
    load: async () => (await import("./ui/bench.mjs")).benchUi,
  },
  notebook: {
    about: "the longest task on screen while a notebook of 10,000 notes is listed, searched, filtered and written in",
    load: async () => (await import("./notebook/bench.mjs")).benchNotebook,
  },
  similarity: {
    about: "script that the similarity of 40 states over 100 variables costs on screen",
    load: async () => (await import("./ui/similarity.mjs")).benchSimilarity,
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: { type: "string" }, rounds: { type: "string" }, json: { type: "boolean", default: false } },
});
const [name] = positionals;
if (name === undefined || !Object.hasOwn(BENCHES, name)) listBenches();

installPeers();
const bench = await BENCHES[name].load();
const given = Object.entries({ n: values.n, rounds: values.rounds }).filter(([, value]) => value !== undefined);
const {
  n,
  medianMs,
  meanMs,
  against = {},
  facts = {},
  ...more
} = await bench(Object.fromEntries(given.map(([option, value]) => [option, Number(value)])));
const ratioTo = (times, to) =>
  Object.fromEntries(Object.keys(times).map((contender) => [contender, times[contender] / times[to(contender)]]));
const ratio = ratioTo(medianMs, () => "ours");
// Where a contender's input is another than that of `ours`, what it is set against has the same.
const sameInputRatio = Object.fromEntries(
  Object.entries(against).map(([contender, ours]) => [contender, medianMs[contender] / medianMs[ours]]),
);
if (values.json)
  console.log(
    JSON.stringify({ bench: name, machine: machine(), n, ...facts, medianMs, ratio, sameInputRatio, meanMs, ...more }),
  );
else printTables();

function listBenches() {
  console.error("npm run bench -- <name> [--n N] [--rounds R] [--json]\n");
  for (const [known, { about }] of Object.entries(BENCHES)) console.error(`  ${known.padEnd(11)} ${about}`);
  process.exit(name === undefined ? 0 : 2);
}

function installPeers() {
  if (isInstalled()) return;
  console.error("Installing the peers into tests/bench …");
  const { status } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: import.meta.dirname,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

function isInstalled() {
  const { dependencies } = readJson("package.json");
  return Object.entries(dependencies).every(([peer, version]) => {
    const manifest = join("node_modules", peer, "package.json");
    return existsSync(join(import.meta.dirname, manifest)) && readJson(manifest).version === version;
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
}

function printTables() {
  const said = Object.entries(facts).map(([what, many]) => `${many} ${what}`);
  console.log(`${name}: ${[`n = ${n}`, ...said].join(", ")}; ${machine()}\n`);
  console.log(row("", "median ms", "mean ms", "median, x ours"));
  for (const contender of Object.keys(medianMs))
    console.log(
      row(contender, medianMs[contender].toFixed(3), meanMs[contender].toFixed(3), ratio[contender].toFixed(2)),
    );
  for (const [contender, ours] of Object.entries(against))
    console.log(`\n${contender} takes ${sameInputRatio[contender].toFixed(2)} x ${ours}, which has the same input.`);
  for (const [what, numbers] of Object.entries(more)) printMore(what, numbers);
}

function printMore(what, numbers) {
  console.log(`\n${what}`);
  for (const [of, number] of Object.entries(numbers)) console.log(row(of, Math.round(number).toLocaleString("en")));
}

function row(first, ...cells) {
  return first.padEnd(22) + cells.map((cell) => cell.padStart(18)).join("");
}

function machine() {
  return `${cpus().length} x ${cpus()[0]?.model ?? "processor"}, Node ${process.version}`;
}
