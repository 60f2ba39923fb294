import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { menuTemplate } from "../../electron/menu.ts";
import { COMMAND_IDS, isPageCommandId } from "../../src/api/commands.ts";

describe("menuTemplate", () => {
  test("offers every command once", () => {
    const ids = items("linux").flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.toSorted()).toEqual(COMMAND_IDS.toSorted());
  });

  test("leaves to macOS's own menu what it has there", () => {
    const ids = items("darwin").map(({ id }) => id);
    expect(COMMAND_IDS.filter((id) => !ids.includes(id))).toEqual(["quit", "about"]);
  });

  test("sends to the page every command that the page carries out", () => {
    const sent: string[] = [];
    for (const item of items("linux", (id) => sent.push(id))) Reflect.apply(item.click ?? (() => undefined), null, []);
    expect(sent.toSorted()).toEqual(COMMAND_IDS.filter(isPageCommandId).toSorted());
  });

  test("has the window do by itself whatever the page does not", () => {
    const roles = items("linux").filter(({ id }) => id !== undefined && !isPageCommandId(id));
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter(({ role }) => role === undefined)).toEqual([]);
  });

  test("shows keys without taking them from the page", () => {
    const shown = items("win32").filter(({ accelerator }) => accelerator !== undefined);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
  });

  test("leaves a key without a modifier to the text fields", () => {
    expect(items("darwin").find(({ id }) => id === "focus-search")?.accelerator).toBeUndefined();
  });

  test("has the application menu on macOS alone", () => {
    const hasIt = (platform: NodeJS.Platform) =>
      menuTemplate(platform, () => undefined).some(({ role }) => role === "appMenu");
    expect([hasIt("darwin"), hasIt("win32"), hasIt("linux")]).toEqual([true, false, false]);
  });
});

function items(
  platform: NodeJS.Platform,
  send: (id: string) => void = () => undefined,
): readonly MenuItemConstructorOptions[] {
  return menuTemplate(platform, send).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}
