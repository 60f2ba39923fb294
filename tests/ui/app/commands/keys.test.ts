import { describe, expect, test } from "vitest";
import { COMMAND_IDS, COMMANDS, isPageCommandId } from "../../../../src/api/commands.ts";
import { commandOf, isKeptByBrowsers, type KeyPress, printKeys } from "../../../../src/ui/app/commands/keys.ts";

const PRESS: KeyPress = { key: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("commandOf", () => {
  test("finds every command of the page that has keys by them", () => {
    for (const id of COMMAND_IDS.filter(isPageCommandId)) {
      const { accelerator } = COMMANDS[id];
      if (accelerator === null) continue;
      const keys: readonly string[] = accelerator.split("+");
      const press = { ...PRESS, key: keys.at(-1) ?? "", shiftKey: keys.includes("Shift") };
      const isMain = keys.includes("CmdOrCtrl");
      expect(commandOf({ ...press, ctrlKey: isMain }, false)).toBe(id);
      expect(commandOf({ ...press, metaKey: isMain }, false)).toBe(id);
    }
  });

  test("leaves to the window what the window does", () => {
    for (const key of ["w", "q", "0", "-", "+"]) expect(commandOf({ ...PRESS, key, ctrlKey: true }, false)).toBeNull();
  });

  test("leaves plain signs, undo and redo to a text field", () => {
    for (const key of ["/", "?"]) expect(commandOf({ ...PRESS, key }, true)).toBeNull();
    expect(commandOf({ ...PRESS, key: "z", ctrlKey: true }, true)).toBeNull();
    expect(commandOf({ ...PRESS, key: "Z", ctrlKey: true, shiftKey: true }, true)).toBeNull();
    expect(commandOf({ ...PRESS, key: "k", ctrlKey: true }, true)).toBe("open-palette");
  });

  test("takes a sign however the keyboard makes it, but no letter with Alt", () => {
    expect(commandOf({ ...PRESS, key: "?", shiftKey: true }, false)).toBe("show-shortcuts");
    expect(commandOf({ ...PRESS, key: "/", shiftKey: true }, false)).toBe("focus-search");
    expect(commandOf({ ...PRESS, key: "k", ctrlKey: true, altKey: true }, false)).toBeNull();
  });

  test("takes a plain letter without Shift alone, and never from a text field", () => {
    expect(commandOf({ ...PRESS, key: "n" }, false)).toBe("quick-note");
    expect(commandOf({ ...PRESS, key: "N", shiftKey: true }, false)).toBeNull();
    expect(commandOf({ ...PRESS, key: "n" }, true)).toBeNull();
  });
});

describe("printKeys", () => {
  test("prints keys as they stand on the keyboard", () => {
    expect(printKeys("CmdOrCtrl+Shift+Z", false)).toBe("Ctrl+Shift+Z");
    expect(printKeys("CmdOrCtrl+Shift+Z", true)).toBe("⇧⌘Z");
    expect(printKeys("CmdOrCtrl+Plus", false)).toBe("Ctrl++");
    expect(printKeys("?", true)).toBe("?");
  });
});

test("a browser keeps the keys of its windows, and no others", () => {
  const kept = COMMAND_IDS.filter((id) => isKeptByBrowsers(COMMANDS[id].accelerator ?? ""));
  expect(kept).toEqual(["new-note", "new-window", "close-window", "quit"]);
});
