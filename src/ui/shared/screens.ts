/** The screens, in the order of the rail. The one table of their names. */
export const SCREENS = {
  overview: "Overview",
  explore: "Explore",
  compare: "Compare",
  notebook: "Notebook",
  sources: "Sources",
  guide: "Guide",
} as const;

export type Screen = keyof typeof SCREENS;

/** The screens of the package that is open, which are all but the guide: that stands apart, at the foot of the rail. */
export const PACKAGE_SCREENS = (Object.keys(SCREENS) as Screen[]).filter((screen) => screen !== "guide");
