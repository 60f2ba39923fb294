import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { type MenuContent, menuTemplate } from "../../electron/menu.ts";
import { COMMAND_IDS, isPageCommandId } from "../../src/api/commands.ts";

const NOTHING: MenuContent = {
  platform: "linux",
  recent: [],
  carryOut: () => undefined,
  openPackage: () => undefined,
};

describe("menuTemplate", () => {
  test("opens the packages that were opened lately, in their order", () => {
    const opened: string[] = [];
    const recent = [
      { id: "b", title: "Work & stay" },
      { id: "a", title: "Visas" },
    ];
    const item = itemsOf({ ...NOTHING, recent, openPackage: (id) => opened.push(id) }).find(
      ({ label }) => label === "Recent packages",
    );
    const listed = Array.isArray(item?.submenu) ? item.submenu : [];
    expect(listed.map(({ label }) => label)).toEqual(["Work && stay (b)", "Visas (a)"]);
    for (const { click } of listed) Reflect.apply(click ?? (() => undefined), null, []);
    expect(opened).toEqual(["b", "a"]);
  });

  test("has nothing to open lately in a new data folder", () => {
    expect(itemsOf(NOTHING).find(({ label }) => label === "Recent packages")?.enabled).toBe(false);
  });

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
      menuTemplate({ ...NOTHING, platform }).some(({ role }) => role === "appMenu");
    expect([hasIt("darwin"), hasIt("win32"), hasIt("linux")]).toEqual([true, false, false]);
  });
});

function items(
  platform: NodeJS.Platform,
  send: (id: string) => void = () => undefined,
): readonly MenuItemConstructorOptions[] {
  return itemsOf({ ...NOTHING, platform, carryOut: send });
}

function itemsOf(content: MenuContent): readonly MenuItemConstructorOptions[] {
  return menuTemplate(content).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}
