import { describe, expect, test } from "vitest";
import { openingBounds } from "../../electron/window-bounds.ts";

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND_SCREEN = { x: 1920, y: 0, width: 1280, height: 1024 };

describe("openingBounds", () => {
  test("opens a first window in the middle, without a place of its own", () => {
    expect(openingBounds(null, [SCREEN])).toEqual({ width: 1440, height: 900 });
  });

  test("opens the window where it was left", () => {
    const left = { x: 2000, y: 20, width: 1100, height: 720 };
    expect(openingBounds(left, [SCREEN, SECOND_SCREEN])).toEqual(left);
  });

  test("keeps only the size where the screen was unplugged", () => {
    const left = { x: 2000, y: 20, width: 1100, height: 720 };
    expect(openingBounds(left, [SCREEN])).toEqual({ width: 1100, height: 720 });
  });

  test("keeps only the size where the title bar lies above or below the screen", () => {
    for (const y of [-30, 1000])
      expect(openingBounds({ x: 10, y, width: 1100, height: 720 }, [SCREEN])).toEqual({ width: 1100, height: 720 });
  });

  test("keeps a place of which enough is on the screen to be grasped", () => {
    const left = { x: -1000, y: 0, width: 1100, height: 720 };
    expect(openingBounds(left, [SCREEN])).toEqual(left);
    expect(openingBounds({ ...left, x: -1001 }, [SCREEN])).toEqual({ width: 1100, height: 720 });
  });

  test("opens a size that was saved without a place", () => {
    expect(openingBounds({ width: 1200, height: 800 }, [SCREEN])).toEqual({ width: 1200, height: 800 });
  });
});
