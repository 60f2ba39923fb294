import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

// What `npm test` does a little of, in full. Each kind is tests that read AHQ_TORTURE and add their figures to a report.
const KINDS = {
  kills: {
    of: "processes that write and are killed, 1,000 or as many as --kills says",
    files: ["tests/safety/kills.test.ts"],
  },
  size: { of: "a notebook of 10,000 notes with ten changes each", files: ["tests/service/notebook-size.test.ts"] },
  "disk-full": { of: "a disk or quota that is full, at 50 sizes", files: ["tests/safety/disk-full.test.ts"] },
  "two-processes": {
    of: "two processes of any two hosts on one data folder, and a clock that jumps",
    files: ["tests/safety/two-processes.test.ts"],
  },
  truncated: {
    of: "each file of a data folder cut off at every hundredth",
    files: ["tests/safety/damaged-files.test.ts"],
  },
  loopback: {
    of: "every route with 600 combinations of headers, and 200 clients at once for a minute",
    files: ["tests/hosts/browser-mode/every-route.test.ts", "tests/hosts/browser-mode/under-fire.test.ts"],
  },
  markdown: { of: "20,000 hostile texts of notes", files: ["tests/safety/hostile-markdown.test.tsx"] },
  imports: { of: "10,000 mutated imports", files: ["tests/formats/mutated-inputs.test.ts"] },
};

const USAGE = `Usage: npm run torture -- [options]

Does its worst to the workbench and tells what was lost: of every kind, or of those named.

${Object.entries(KINDS)
  .map(([kind, { of }]) => `  --${(kind === "kills" ? "kills <number>" : kind).padEnd(15)} ${of}`)
  .join("\n")}
  --seed <number>   what chance begins with, to repeat a run; 8 if left out
  --json            prints the figures as JSON, and all else to stderr
  --help            prints this
`;

const root = resolve(import.meta.dirname, "..");
const options = readOptions();
if (options === null || options.help) {
  (options === null ? process.stderr : process.stdout).write(USAGE);
  process.exitCode = options === null ? 2 : 0;
} else {
  const named = Object.keys(KINDS).filter((kind) => options[kind]);
  const results = (named.length > 0 ? named : Object.keys(KINDS)).map((kind) => torture(kind, options));
  print(results, options);
  process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;
}

function readOptions() {
  const kinds = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, { type: "boolean", default: false }]));
  kinds.kills = { type: "string" };
  const others = { seed: { type: "string", default: "8" }, json: { type: "boolean" }, help: { type: "boolean" } };
  try {
    const { values } = parseArgs({ options: { ...kinds, ...others } });
    for (const name of ["seed", "kills"])
      if (!/^\d{1,9}$/.test(values[name] ?? "0"))
        throw new Error(`--${name}: found "${values[name]}", expected a whole number`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n`);
    return null;
  }
}

function torture(kind, { seed, kills = "1000" }) {
  const folder = mkdtempSync(join(tmpdir(), "ahq-torture-"));
  const [outcome, report] = [join(folder, "outcome.json"), join(folder, "figures")];
  const before = performance.now();
  try {
    const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", ...KINDS[kind].files];
    const { status } = spawnSync(
      process.execPath,
      [...vitest, "--reporter=default", "--reporter=json", `--outputFile.json=${outcome}`, "--testTimeout=3600000"],
      {
        cwd: root,
        // What the tests print is for whoever watches; stdout is for the figures.
        stdio: ["ignore", process.stderr, process.stderr],
        env: {
          ...process.env,
          AHQ_TORTURE: "full",
          AHQ_TORTURE_KILLS: kills,
          AHQ_TORTURE_SEED: seed,
          AHQ_TORTURE_REPORT: report,
        },
      },
    );
    const tests = existsSync(outcome) ? JSON.parse(readFileSync(outcome, "utf8")) : {};
    const { numPassedTests: passed = 0, numFailedTests = 0 } = tests;
    const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
    const figures = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n").map(figuresOf) : [];
    return { kind, passed, failed, seconds: Math.round((performance.now() - before) / 100) / 10, figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(line) {
  const { kind, ...figures } = JSON.parse(line);
  return figures;
}

function print(results, { seed, json }) {
  // The figures of a run of one kind stand first, where a script finds them by name.
  const own = results.length === 1 ? results[0].figures[0] : {};
  if (json) return console.log(JSON.stringify({ seed: Number(seed), ...own, kinds: results }, null, 2));
  for (const { kind, passed, failed, seconds, figures } of results) {
    console.log(`${kind}: ${passed} passed, ${failed} failed, ${seconds} s (seed ${seed})`);
    for (const line of figures)
      console.log(
        `  ${Object.entries(line)
          .map(([name, value]) => `${name}: ${value}`)
          .join(", ")}`,
      );
  }
  return undefined;
}
