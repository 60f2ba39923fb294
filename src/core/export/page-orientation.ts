/** How a page lies: as the table's width asks for, or as the analyst wants it. The one table of their words. */
export const ORIENTATIONS = {
  auto: "As wide as needed",
  portrait: "Portrait",
  landscape: "Landscape",
} as const;

export type Orientation = keyof typeof ORIENTATIONS;

/** Every orientation's name, in the order of choices. */
export const ORIENTATION_NAMES = Object.keys(ORIENTATIONS) as readonly Orientation[];

/** Whether a text names an orientation. */
export function isOrientation(text: string): text is Orientation {
  return Object.hasOwn(ORIENTATIONS, text);
}
