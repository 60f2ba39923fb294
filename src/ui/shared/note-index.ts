import type { Note } from "../../core/notebook/note.ts";
import { indexNotes } from "../../core/notebook/note-search.ts";
import { scoreDocuments } from "../../core/query/search/score-documents.ts";
import type { SearchIndex } from "../../core/query/search/search-index.ts";
import { readSearchQuery } from "../../core/query/search/search-query.ts";

const BUCKETS = 64;

interface Bucket {
  readonly notes: readonly Note[];
  readonly index: SearchIndex;
}

/**
 * Indexes of the notes for searching them, in many small parts, of which a change makes only one anew:
 * with ten thousand notes a whole index would hold up the page after every change.
 */
export class NoteIndex {
  #buckets: readonly (Bucket | null)[] = [];

  /** The indexes of these notes; only of what changed since the last call is anything made. */
  of(notes: readonly Note[]): readonly SearchIndex[] {
    this.prepare(notes, BUCKETS);
    return this.#buckets.flatMap((bucket) => bucket?.index ?? []);
  }

  /** Makes some of the parts that are not there yet; whether all are. To be called while nothing else is to be done. */
  prepare(notes: readonly Note[], most: number): boolean {
    const parts: Note[][] = Array.from({ length: BUCKETS }, () => []);
    // The ids are random: their first two digits spread notes evenly.
    for (const note of notes) parts[Number.parseInt(note.id.slice(0, 2), 16) % BUCKETS]?.push(note);
    let made = 0;
    this.#buckets = parts.map((part, i) => {
      part.sort((a, b) => (a.id < b.id ? -1 : 1));
      const known = this.#buckets[i] ?? null;
      if (known !== null && isSame(known.notes, part)) return known;
      made++;
      return made > most ? null : { notes: part, index: indexNotes(part) };
    });
    return made <= most;
  }

  /** Ids of the notes in which every word of a text is found. */
  find(notes: readonly Note[], text: string): ReadonlySet<string> {
    const indexes = this.of(notes);
    const scored = scoreDocuments(indexes, readSearchQuery(text));
    const found = scored.flatMap(({ positions }, i) =>
      positions.flatMap((position) => this.#buckets[i]?.notes[position]?.id ?? []),
    );
    return new Set(found);
  }
}

function isSame(a: readonly Note[], b: readonly Note[]): boolean {
  return a.length === b.length && a.every((note, i) => note === b[i]);
}
