import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { browserVersion, ensureBrowser } from "./find-browser.mjs";

// Runs everything that can say whether the workbench works, and ends with how much of it did.
const root = resolve(import.meta.dirname, "..");
const reports = mkdtempSync(join(tmpdir(), "ahq-test-"));

const browser = ensureBrowser();
console.log(`Browser for the tests: ${browserVersion(browser.path)} at ${browser.path} (${browser.source}).`);
const env = { ...process.env, CHROME_PATH: browser.path };

const outcomes = [
  check("types", "typescript", "bin/tsc", ["-b", "--force"]),
  check("style and layers", "@biomejs/biome", "bin/biome", ["check", "."]),
  check("dead code", "knip", "bin/knip.js", []),
  buildStep(),
  counted("vitest", "vitest", "vitest.mjs", ["run", "--reporter=default", "--reporter=json"], readVitest),
  counted("playwright", "@playwright/test", "cli.js", ["test", "--reporter=line,json"], readPlaywright),
];
rmSync(reports, { recursive: true, force: true });

const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
for (const { name, passed, failed, skipped, secondTry = [] } of outcomes) {
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  for (const title of secondTry) console.log(`  passed on a second try only: ${title}`);
}
console.log("");
console.log(
  `${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""}`,
);
process.exitCode = sum("failed") === 0 ? 0 : 1;

function check(name, module, program, args) {
  return outcome(name, run(name, module, program, args));
}

function buildStep() {
  console.log("\n> build");
  return outcome(
    "build",
    spawnSync("npm", ["run", "--silent", "build"], {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    }).status,
  );
}

function outcome(name, status) {
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** Runs a runner that reports in JSON; a run without a report, or with a bad exit and no failure in it, counts as one failure. */
function counted(name, module, program, args, read) {
  const report = join(reports, `${name}.json`);
  const output = name === "vitest" ? [`--outputFile.json=${report}`] : [];
  const status = run(name, module, program, [...args, ...output], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  try {
    const counts = read(JSON.parse(readFileSync(report, "utf8")));
    return { name, ...counts, failed: counts.failed + (status !== 0 && counts.failed === 0 ? 1 : 0) };
  } catch {
    return { name, passed: 0, failed: 1, skipped: 0 };
  }
}

function readVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function readPlaywright({ stats, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    secondTry: suites.flatMap(flakyIn),
  };
}

function flakyIn({ file, specs, suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map(({ line, title }) => `${file}:${line} ${title}`), ...suites.flatMap(flakyIn)];
}

function run(name, module, program, args, environment = env) {
  console.log(`\n> ${name}`);
  const file = join(root, "node_modules", module, program);
  return spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  }).status;
}
