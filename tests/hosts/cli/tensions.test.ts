import { expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";

test("ahq tensions lists every declared tension with its states and why", async () => {
  const { stdout, stderr } = await runCommand(["tensions"]);
  expect(stdout).toMatch(/^monitors-no-evidence +3\.1, 3\.6 +2 +LV, SK +Monitors the internet, /m);
  expect(stderr).toMatch(/^\d+ of \d+ tensions hold of at least one of 20 states\n$/);
});

test("ahq tensions gives the question that each gives rise to, state by state, as JSON", async () => {
  const found = await jsonOf("tensions", "--respondents", "LV,BE");
  expect(found).toContainEqual({
    id: "monitors-no-evidence",
    when: "monitoring:yes evidence:no-practice",
    why: expect.stringContaining("Monitors the internet"),
    locator: expect.any(String),
    questions: ["3.1", "3.6"],
    respondents: ["LV"],
    follow_ups: [{ respondent: "LV", question: expect.stringContaining("Latvia") }],
  });
});

test("ahq tensions exports them with when they hold", async () => {
  const { stdout } = await runCommand(["tensions", "--respondents", "LV,BE", "--format", "csv"]);
  expect(stdout).toMatch(/^monitors-no-evidence,"3\.1, 3\.6",1,LV,.*,monitoring:yes evidence:no-practice/m);
});
