import { DEFAULT_SETTINGS, MOST_RECENT_CHOICES, MOST_RECENT_PACKAGES, type Settings } from "../api/settings.ts";

/** Settings of two data folders as one. */
export interface JoinedSettings {
  readonly settings: Settings;
  /** How many settings are others now than they were here, and how many are not, those aside that are kept. */
  readonly added: number;
  readonly unchanged: number;
  /** What is set otherwise here and stays, in words. */
  readonly kept: readonly string[];
}

/**
 * Adds the settings of another folder to those here. What was set here stays; what is here as it was at first comes from the other.
 * What was used lately is of both, here first; what is kept by package, of the packages that have it in one alone, is of both too.
 * The window stays where it is: it fits this screen.
 */
export function joinSettings(here: Settings, coming: Settings): JoinedSettings {
  const settings: Settings = {
    ...here,
    ...Object.fromEntries(
      CHOSEN.filter((name) => isAsAtFirst(name, here[name])).map((name) => [name, coming[name]] as const),
    ),
    activePackage: here.activePackage ?? coming.activePackage,
    recentPackages: joined(here.recentPackages, coming.recentPackages, MOST_RECENT_PACKAGES),
    recentChoices: joined(here.recentChoices, coming.recentChoices, MOST_RECENT_CHOICES),
    lastAddress: { ...coming.lastAddress, ...here.lastAddress },
    foldedFacets: { ...coming.foldedFacets, ...here.foldedFacets },
  };
  const kept = CHOSEN.filter((name) => !isAsAtFirst(name, coming[name]) && !isSame(coming[name], settings[name]));
  const added = ALL.filter((name) => !isSame(settings[name], here[name])).length;
  return {
    settings,
    added,
    unchanged: ALL.length - added - kept.length,
    kept: kept.map((name) => CHOSEN_WORDS[name]),
  };
}

/** What is set by choice, in words. */
const CHOSEN_WORDS = {
  colorScheme: "colours",
  density: "density",
  author: "your name",
  exportChoice: "form of exports",
  facetOrder: "order of facets",
  resultForm: "form of results",
  cardsBy: "what has a card",
  responseTable: "table of responses",
  knowsTour: "tour",
} as const satisfies Partial<Record<keyof Settings, string>>;

const CHOSEN = Object.keys(CHOSEN_WORDS) as readonly (keyof typeof CHOSEN_WORDS)[];
const ALL = Object.keys(DEFAULT_SETTINGS) as readonly (keyof Settings)[];

function isAsAtFirst(name: keyof Settings, value: unknown): boolean {
  return isSame(value, DEFAULT_SETTINGS[name]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function joined(here: readonly string[], coming: readonly string[], most: number): string[] {
  return [...new Set([...here, ...coming])].slice(0, most);
}
