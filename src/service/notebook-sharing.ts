import { ApiError } from "../api/api-error.ts";
import type { Note } from "../core/notebook/note.ts";
import { type Changes, inOrder, newIn, unionOf } from "../core/notebook/note-change.ts";
import { noteOf } from "../core/notebook/note-history.ts";
import type { NoteMerge } from "../core/notebook/notebook.ts";
import { changesOf, type MergeReport, type SharedNotebook } from "../core/notebook/shared-notebook.ts";
import type { NotesById } from "./notebook-replay.ts";

type Histories = ReadonlyMap<string, Changes>;

/** The notes of these ids with all of their history; all notes where none is named. An id that is not there is an ApiError. */
export function sharedOf(histories: Histories, ids: readonly string[] | null, exported: string): SharedNotebook {
  const notes = (ids ?? [...histories.keys()]).map((id) => {
    const changes = histories.get(id);
    if (changes === undefined) throw new ApiError("not-found", `There is no note ${id}.`);
    return { id, changes: [...changes.values()] };
  });
  return { format: "ahq-notes", formatVersion: 1, exported, notes };
}

/** What a colleague's notebook brings to the notes here, a merge for each that it changes. A history that cannot be one is an ApiError. */
export function mergesOf(
  histories: Histories,
  notes: NotesById,
  shared: SharedNotebook,
  at: string,
): readonly NoteMerge[] {
  return shared.notes.flatMap(({ id, changes }) => {
    const own: Changes = histories.get(id) ?? new Map();
    const news = newIn(own, changesOf(changes));
    if (news.length === 0) return [];
    const union = unionOf(own, changesOf(changes));
    if (inOrder(union) === null)
      throw new ApiError("bad-request", `Note ${id} has changes that follow each other in a circle.`);
    const basedOn = notes.get(id)?.revision ?? 0;
    const note = noteOf(id, union);
    // A revision only grows, so that a window which shows an older one is told.
    const revision = Math.max(note.revision, basedOn + 1);
    return [{ kind: "merge" as const, id, at, basedOn, changes: [...news], note: { ...note, revision } }];
  });
}

/** What merges did to the notes of a file. */
export function reportOf(merges: readonly NoteMerge[], { notes }: SharedNotebook): MergeReport {
  const idsWhere = (holds: (merge: NoteMerge) => boolean) => merges.filter(holds).map(({ id }) => id);
  return {
    added: idsWhere(({ basedOn }) => basedOn === 0),
    changed: idsWhere(({ basedOn }) => basedOn > 0),
    contested: idsWhere(({ note }: { readonly note: Note }) => Object.keys(note.contested).length > 0),
    unchanged: notes.length - merges.length,
  };
}
