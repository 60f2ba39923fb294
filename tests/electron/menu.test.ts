import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { menuTemplate } from "../../electron/menu.ts";
import { COMMAND_IDS } from "../../src/api/commands.ts";

describe("menuTemplate", () => {
  test("offers every command once", () => {
    const ids = items("linux").flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.toSorted()).toEqual(COMMAND_IDS.toSorted());
  });

  test("sends the command that was chosen", () => {
    const sent: string[] = [];
    for (const item of items("linux", (id) => sent.push(id))) Reflect.apply(item.click ?? (() => undefined), null, []);
    expect(sent.toSorted()).toEqual(COMMAND_IDS.toSorted());
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
