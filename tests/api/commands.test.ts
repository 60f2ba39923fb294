import { describe, expect, test } from "vitest";
import { COMMAND_IDS, COMMANDS, isPageCommandId } from "../../src/api/commands.ts";

describe("the table of commands", () => {
  test("gives no keys to two commands", () => {
    const keys = COMMAND_IDS.flatMap((id) => COMMANDS[id].accelerator ?? []);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test("gives no name to two commands", () => {
    const labels = COMMAND_IDS.map((id) => COMMANDS[id].label.toLowerCase());
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  test("tells what the page carries out from what its window does, and from what is no command", () => {
    expect(isPageCommandId("go-explore")).toBe(true);
    expect(isPageCommandId("zoom-in")).toBe(false);
    expect(isPageCommandId("toString")).toBe(false);
  });
});
