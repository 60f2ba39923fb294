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
