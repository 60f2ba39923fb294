import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";

const GUIDE = readFileSync(resolve(import.meta.dirname, "../../../docs/cli.md"), "utf8");

// A block of lines set in by four spaces, of which the first is a command and the others what it prints.
const EXAMPLES = [...GUIDE.matchAll(/^ {4}\$ ahq (?<command>.*)\n(?<printed>(?: {4}.*\n)*)/gm)].map(({ groups }) => {
  return [groups?.command ?? "", (groups?.printed ?? "").replaceAll(/^ {4}/gm, "")] as const;
});

test("the guide has examples", () => {
  expect(EXAMPLES.length).toBeGreaterThan(4);
});

test.each(EXAMPLES)("ahq %s prints what the guide shows", async (command, printed) => {
  const given = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const { stdout, stderr } = await runCommand(given);
  expect(stdout + stderr).toBe(printed);
});
