import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, MOST_RECENT_PACKAGES, type Settings } from "../../src/api/settings.ts";
import { joinSettings } from "../../src/service/join-settings.ts";

function settings(change: Partial<Settings>): Settings {
  return { ...DEFAULT_SETTINGS, ...change };
}

describe("settings of two folders as one", () => {
  test("are those that were set here, and else the other's", () => {
    const here = settings({ colorScheme: "dark", knowsTour: true });
    const coming = settings({ colorScheme: "light", author: "Ana", density: "compact", knowsTour: true });
    const joined = joinSettings(here, coming);
    expect(joined.settings).toMatchObject({ colorScheme: "dark", author: "Ana", density: "compact" });
    expect(joined).toMatchObject({ added: 2, kept: ["colours"] });
  });

  test("name nothing as kept that the other never set", () => {
    expect(joinSettings(settings({ author: "Ana" }), DEFAULT_SETTINGS)).toMatchObject({ added: 0, kept: [] });
  });

  test("list what was used lately of both, here first, and no more than is kept", () => {
    const many = Array.from({ length: MOST_RECENT_PACKAGES }, (_, i) => `there-${i}`);
    const here = settings({ recentPackages: ["a", "there-1"], recentChoices: ["undo"] });
    const { settings: joined } = joinSettings(
      here,
      settings({ recentPackages: many, recentChoices: ["redo", "undo"] }),
    );
    expect(joined.recentPackages.slice(0, 4)).toEqual(["a", "there-1", "there-0", "there-2"]);
    expect(joined.recentPackages).toHaveLength(MOST_RECENT_PACKAGES);
    expect(joined.recentChoices).toEqual(["undo", "redo"]);
  });

  test("keep by package what either has, and of a package in both what is here", () => {
    const here = settings({ lastAddress: { a: "/explore" }, foldedFacets: { a: ["basis"] } });
    const coming = settings({ lastAddress: { a: "/compare", b: "/sources" }, foldedFacets: { b: ["region"] } });
    expect(joinSettings(here, coming).settings).toMatchObject({
      lastAddress: { a: "/explore", b: "/sources" },
      foldedFacets: { a: ["basis"], b: ["region"] },
    });
  });

  test("leave the window where it is", () => {
    const coming = settings({ windowBounds: { width: 3000, height: 2000 } });
    expect(joinSettings(DEFAULT_SETTINGS, coming).settings.windowBounds).toBeNull();
  });

  test("joined again are the same, and count every setting once", () => {
    const some = fc
      .record(
        {
          colorScheme: fc.constantFrom("auto" as const, "dark" as const),
          author: fc.constantFrom("", "Ana", "Bea"),
          activePackage: fc.constantFrom(null, "a", "b"),
          recentPackages: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
          lastAddress: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("/explore", "/compare")),
        },
        { requiredKeys: [] },
      )
      .map((change) => settings(change as Partial<Settings>));
    fc.assert(
      fc.property(some, some, (here, coming) => {
        const once = joinSettings(here, coming);
        expect(joinSettings(once.settings, coming)).toMatchObject({ settings: once.settings, added: 0 });
        expect(once.added + once.unchanged + once.kept.length).toBe(Object.keys(DEFAULT_SETTINGS).length);
      }),
    );
  });
});
