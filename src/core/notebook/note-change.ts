import { z } from "zod";
import { someFieldsSchema } from "./note-schema.ts";

const version = z.string().regex(/^[0-9a-f]{32}$/, "the version of a note: 32 hexadecimal digits");

/**
 * One change of a note as it is told to others: what was written, by whom and when, and which versions its writer had before them.
 * Its version names it wherever it goes, so that merging never takes it for another.
 */
export const noteChangeSchema = z.strictObject({
  version,
  parents: z.array(version).max(100).readonly(),
  kind: z.enum(["add", "change", "delete", "restore"]),
  at: z.iso.datetime(),
  by: z.string().max(200),
  fields: someFieldsSchema,
});

export type NoteChange = Readonly<z.infer<typeof noteChangeSchema>>;

/** The changes of one note by their version. Merging is their union, so it is the same in whatever order and however often it is done. */
export type Changes = ReadonlyMap<string, NoteChange>;

/** The changes of two copies of a note. A change that both have keeps the parents that either knows of. */
export function unionOf(changes: Changes, others: Changes): Changes {
  const union = new Map(changes);
  for (const [id, other] of others) {
    const own = union.get(id);
    union.set(id, own === undefined ? other : withParents(own, other.parents));
  }
  return union;
}

/** What others have that these changes lack: whole changes, and parents of known ones. */
export function newIn(changes: Changes, others: Changes): readonly NoteChange[] {
  return [...others.values()].flatMap((other) => {
    const own = changes.get(other.version);
    if (own === undefined) return [other];
    return other.parents.every((parent) => own.parents.includes(parent)) ? [] : [withParents(own, other.parents)];
  });
}

/** The versions that no other change follows. */
export function headsOf(changes: Changes): readonly string[] {
  const followed = new Set([...changes.values()].flatMap(({ parents }) => parents));
  return [...changes.keys()].filter((own) => !followed.has(own)).sort();
}

/** The changes, each after those it follows; among others the earlier first. Null where they follow each other in a circle, as no history does. */
export function inOrder(changes: Changes): readonly NoteChange[] | null {
  const waiting = new Map(
    [...changes].map(([own, { parents }]) => [own, parents.filter((id) => changes.has(id)).length]),
  );
  const followers = new Map<string, NoteChange[]>();
  for (const change of changes.values())
    for (const parent of change.parents) followers.set(parent, [...(followers.get(parent) ?? []), change]);
  const ready = [...changes.values()].filter((change) => waiting.get(change.version) === 0).sort(byTime);
  const ordered: NoteChange[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    ordered.push(next);
    const freed = (followers.get(next.version) ?? []).filter((follower) => {
      const left = (waiting.get(follower.version) ?? 0) - 1;
      waiting.set(follower.version, left);
      return left === 0;
    });
    if (freed.length > 0) ready.push(...freed);
    if (freed.length > 0 && ready.length > 1) ready.sort(byTime);
  }
  return ordered.length === changes.size ? ordered : null;
}

/** By time, then by version: the same order in every copy. */
export function byTime(a: NoteChange, b: NoteChange): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.version === b.version ? 0 : a.version < b.version ? -1 : 1;
}

function withParents(change: NoteChange, parents: readonly string[]): NoteChange {
  return { ...change, parents: [...new Set([...change.parents, ...parents])].sort() };
}
