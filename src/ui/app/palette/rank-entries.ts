import { foldText } from "../../../core/query/fold-text.ts";
import { fitText, typedWords } from "./fit-text.ts";
import { ENTRY_KINDS, type EntryKind, entryKey, type PaletteEntry } from "./palette-entries.ts";

/** Entries with their texts made ready to be found in. */
export type SearchableEntries = readonly {
  readonly entry: PaletteEntry;
  readonly key: string;
  readonly name: string;
  readonly all: string;
}[];

/** Makes the texts of entries ready to be found in; to be done once for many searches. */
export function searchable(entries: readonly PaletteEntry[]): SearchableEntries {
  return entries.map((entry) => {
    const name = foldText(entry.name);
    return { entry, key: entryKey(entry), name, all: `${name} ${foldText(entry.detail)}` };
  });
}

const KIND_ORDER = Object.keys(ENTRY_KINDS) as readonly EntryKind[];
// What stands in the name alone fits better than what needs the detail.
const WITH_DETAIL = 0.9;

/** The entries that fit what was typed, the best first; of equally good ones those that were chosen lately, the latest before all. */
export function rankEntries(
  entries: SearchableEntries,
  typed: string,
  recent: readonly string[],
  limit: number,
): readonly PaletteEntry[] {
  const words = typedWords(typed);
  const fitting = entries.flatMap(({ entry, key, name, all }) => {
    const fit = fitOf(words, name, all);
    return fit === null ? [] : [{ entry, fit, recency: recencyOf(key, recent) }];
  });
  const ranked = fitting.toSorted(
    (a, b) =>
      b.fit - a.fit || a.recency - b.recency || KIND_ORDER.indexOf(a.entry.kind) - KIND_ORDER.indexOf(b.entry.kind),
  );
  return ranked.slice(0, limit).map(({ entry }) => entry);
}

/** The latest choices with one more before them. */
export function withChoice(recent: readonly string[], key: string, most: number): readonly string[] {
  return [key, ...recent.filter((other) => other !== key)].slice(0, most);
}

function fitOf(words: readonly string[], name: string, all: string): number | null {
  const [inName, inAll] = [fitText(words, name), fitText(words, all)];
  if (inName === null && inAll === null) return null;
  return Math.max(inName ?? 0, WITH_DETAIL * (inAll ?? 0));
}

function recencyOf(key: string, recent: readonly string[]): number {
  const at = recent.indexOf(key);
  return at === -1 ? recent.length : at;
}
