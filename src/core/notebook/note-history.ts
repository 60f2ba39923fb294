import { type Contested, EMPTY_FIELDS, FIELD_NAMES, type FieldName, type Note, type NoteFields } from "./note.ts";
import { byTime, type Changes, headsOf, inOrder, type NoteChange } from "./note-change.ts";

/** What a change did to one field. */
export interface FieldChange {
  readonly field: FieldName;
  readonly from: NoteFields[FieldName];
  readonly to: NoteFields[FieldName];
}

/** A note as one change left it. Restoring a version is an edit that writes its fields again. */
export interface NoteVersion extends Pick<NoteChange, "version" | "parents" | "kind" | "at" | "by"> {
  /** The fields that it changed; those in which it wrote what stood there already are left out. */
  readonly changed: readonly FieldChange[];
  readonly fields: NoteFields;
}

// Which changes wrote what can be seen of each field, and whether the note was in the trash.
interface Seen {
  readonly writers: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  readonly deleted: string | null;
}

const NOTHING_SEEN: Seen = { writers: {}, deleted: null };

/** Every version of a note, the first one first. A history that runs in a circle is a bug of the caller: such a file is refused. */
export function noteHistory(changes: Changes): readonly NoteVersion[] {
  const seen = seeAll(changes);
  return ordered(changes).map(({ version, parents, kind, at, by }) => {
    const [before, after] = [together(changes, seen, parents), seen.get(version) ?? NOTHING_SEEN];
    const [from, to] = [fieldsSeen(changes, before).fields, fieldsSeen(changes, after).fields];
    const isWritten = (field: FieldName): boolean =>
      after.writers[field]?.includes(version) === true &&
      (before.writers[field] === undefined || !isSame(from[field], to[field]));
    const changed = FIELD_NAMES.filter(isWritten).map((field) => ({ field, from: from[field], to: to[field] }));
    return { version, parents, kind, at, by, changed, fields: to };
  });
}

/** The note that a history comes to. What was written side by side stays side by side; a note is in the trash only where nobody kept it. */
export function noteOf(id: string, changes: Changes): Note {
  const heads = headsOf(changes);
  const seen = together(changes, seeAll(changes), heads);
  const { fields, contested } = fieldsSeen(changes, seen);
  const times = [...changes.values()].map(({ at }) => at).sort();
  const [created = "", changed = created] = [times[0], times.at(-1)];
  return { ...fields, id, revision: changes.size, created, changed, deleted: seen.deleted, contested };
}

function ordered(changes: Changes): readonly NoteChange[] {
  const order = inOrder(changes);
  if (order === null) throw new Error("the changes of a note follow each other in a circle");
  return order;
}

function seeAll(changes: Changes): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const change of ordered(changes)) {
    const before = together(changes, seen, change.parents);
    const written = FIELD_NAMES.filter((field) => change.fields[field] !== undefined);
    const own = Object.fromEntries(written.map((field) => [field, [change.version]]));
    seen.set(change.version, { writers: { ...before.writers, ...own }, deleted: deletedBy(change, before) });
  }
  return seen;
}

function deletedBy({ kind, at }: NoteChange, before: Seen): string | null {
  if (kind === "delete") return at;
  return kind === "restore" ? null : before.deleted;
}

function together(changes: Changes, seen: ReadonlyMap<string, Seen>, versions: readonly string[]): Seen {
  const known = versions.flatMap((version) => seen.get(version) ?? []);
  const [first, ...others] = known;
  if (first === undefined) return NOTHING_SEEN;
  if (others.length === 0) return first;
  const writers = FIELD_NAMES.map((field) => {
    const all = [...new Set(known.flatMap((own) => own.writers[field] ?? []))];
    return [field, unfollowed(changes, all)] as const;
  });
  const deletions = known.map(({ deleted }) => deleted);
  return {
    writers: Object.fromEntries(writers.filter(([, own]) => own.length > 0)),
    deleted: deletions.includes(null) ? null : (deletions.sort().at(-1) ?? null),
  };
}

// A write that another one knew of has been taken back by it.
function unfollowed(changes: Changes, writers: readonly string[]): readonly string[] {
  if (writers.length < 2) return writers;
  const behind = writers.map((writer) => ancestorsOf(changes, writer));
  return writers.filter((writer) => !behind.some((ancestors) => ancestors.has(writer)));
}

function ancestorsOf(changes: Changes, version: string): ReadonlySet<string> {
  const ancestors = new Set<string>();
  const open = [...(changes.get(version)?.parents ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (ancestors.has(next)) continue;
    ancestors.add(next);
    open.push(...(changes.get(next)?.parents ?? []));
  }
  return ancestors;
}

function fieldsSeen(
  changes: Changes,
  { writers }: Seen,
): { readonly fields: NoteFields; readonly contested: Contested } {
  const fields: Record<string, unknown> = { ...EMPTY_FIELDS, title: "Recovered note" };
  const contested: Record<string, unknown> = {};
  for (const field of FIELD_NAMES) {
    const values = valuesOf(changes, field, writers[field] ?? []);
    const [latest] = values;
    if (latest !== undefined) fields[field] = latest.value;
    if (values.length > 1) contested[field] = values;
  }
  return { fields: fields as NoteFields, contested: contested as Contested };
}

// The latest first, each value once: two who wrote the same do not disagree.
function valuesOf(changes: Changes, field: FieldName, writers: readonly string[]) {
  const written = writers.flatMap((writer) => changes.get(writer) ?? []).sort((a, b) => byTime(b, a));
  const values = written.map(({ fields, at, by }) => ({ value: fields[field], at, by }));
  return values.filter(({ value }, i) => values.findIndex((other) => isSame(other.value, value)) === i);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
