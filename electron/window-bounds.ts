import type { Settings } from "../src/api/settings.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

export const SMALLEST_WINDOW: Size = { width: 1024, height: 700 };
const FIRST_WINDOW: Size = { width: 1440, height: 900 };
const GRASPABLE = 100;

/** Where a window opens: as it was left where its title bar can still be grasped on a screen, else in the middle. Bounds and work areas in device-independent pixels. */
export function openingBounds(saved: Settings["windowBounds"], workAreas: readonly Rectangle[]): Size | Rectangle {
  if (saved === null) return FIRST_WINDOW;
  const { x, y, width, height } = saved;
  if (x === undefined || y === undefined) return { width, height };
  const place = { x, y, width, height };
  return workAreas.some((area) => canBeGrasped(place, area)) ? place : { width, height };
}

const STEP = 28;

/** Where a further window opens: as large as another, and a title bar's height below and beside it. */
export function besideBounds({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + STEP, y: y + STEP, width, height };
}

// A screen that was unplugged since must not leave the window where no pointer reaches.
function canBeGrasped(place: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return overlap >= GRASPABLE && place.y >= area.y && place.y <= area.y + area.height - GRASPABLE;
}
