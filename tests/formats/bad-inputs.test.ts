import { describe, expect, test } from "vitest";
import { describeFault } from "../../src/core/dataset/fault.ts";
import { type Intake, readIntake } from "../../src/formats/read-intake.ts";
import { BAD_INPUTS } from "../fixtures/bad-inputs.ts";

const MOST_SECONDS = 2;

function said(intake: Intake): string {
  if (intake.kind === "refused") return intake.faults.map(describeFault).join("\n");
  return intake.kind === "grids" ? intake.books.flatMap(({ notices }) => notices).join("\n") : "a package";
}

describe("a bad input", () => {
  test("is one of at least sixty, each with a name of its own", () => {
    expect(new Set(BAD_INPUTS.map(({ name }) => name)).size).toBe(BAD_INPUTS.length);
    expect(BAD_INPUTS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(BAD_INPUTS)("$name is answered in words and in time", async ({ files, says, outcome }) => {
    const chosen = files();
    // Of the processor's time: other work on the machine is not this one's.
    const before = process.cpuUsage();
    let steps = 0;
    const intake = await readIntake(chosen, () => steps++);
    const { user, system } = process.cpuUsage(before);
    expect(said(intake)).toContain(says);
    expect(intake.kind).toBe(outcome === "refused" ? "refused" : "grids");
    expect((user + system) / 1_000_000 < MOST_SECONDS || steps > 10).toBe(true);
  });
});
