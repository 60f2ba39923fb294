import type { FieldText, SearchDocument } from "../query/search/search-document.ts";
import { makeSearchIndex, type SearchIndex } from "../query/search/search-index.ts";
import type { Note } from "./note.ts";

/** Indexes notes for a search beside a package's: title, body and tags, cited by the note's id. To be made anew when a note changes. */
export function indexNotes(notes: readonly Note[]): SearchIndex {
  const at = (position: number): SearchDocument => {
    const note = notes[position];
    if (note === undefined) throw new Error(`there is no note ${position}`);
    return { kind: "note", ref: note.id, texts: textsOf(note) };
  };
  return makeSearchIndex({ count: notes.length, at, kindAt: () => "note" });
}

function textsOf({ title, body, tags }: Note): readonly FieldText[] {
  const texts: readonly FieldText[] = [
    { field: "title", text: title },
    { field: "text", text: body },
    { field: "tags", text: tags.join("; ") },
  ];
  return texts.filter(({ text }) => text !== "");
}
