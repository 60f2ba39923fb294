import type { z } from "zod";
import type { contestedSchema, linkSchema, noteFieldsSchema, noteSchema } from "./note-schema.ts";

/** Where a follow-up question stands. The one table of statuses, in the order of their life. */
export const NOTE_STATUSES = {
  idea: "Idea",
  drafted: "Drafted",
  ready: "Ready",
  asked: "Asked",
  answered: "Answered",
  dropped: "Dropped",
} as const;

export type NoteStatus = keyof typeof NOTE_STATUSES;

/** How soon a note matters. The one table of priorities, from the least to the most. */
export const NOTE_PRIORITIES = { low: "Low", normal: "Normal", high: "High" } as const;

export type NotePriority = keyof typeof NOTE_PRIORITIES;

/** Whether a text names a status. */
export function isNoteStatus(text: string | null): text is NoteStatus {
  return text !== null && Object.hasOwn(NOTE_STATUSES, text);
}

/** Whether a text names a priority. */
export function isNotePriority(text: string | null): text is NotePriority {
  return text !== null && Object.hasOwn(NOTE_PRIORITIES, text);
}

export type NoteLink = Readonly<z.infer<typeof linkSchema>>;
export type NoteFields = Readonly<z.infer<typeof noteFieldsSchema>>;
export type FieldName = keyof NoteFields;

export type Contested = Readonly<z.infer<typeof contestedSchema>>;
export type Note = Readonly<z.infer<typeof noteSchema>>;

/** A note's fields before anything is written in it. */
export const EMPTY_FIELDS: Omit<NoteFields, "title"> = {
  body: "",
  status: "idea",
  tags: [],
  addressees: [],
  links: [],
  priority: "normal",
  due: null,
  author: "",
};

/** Every field, in the order in which a history lists them. */
export const FIELD_NAMES = ["title", ...Object.keys(EMPTY_FIELDS)] as readonly FieldName[];

/** The fields of a note alone. */
export function fieldsOf(note: NoteFields): NoteFields {
  const { title, body, status, tags, addressees, links, priority, due, author } = note;
  return { title, body, status, tags, addressees, links, priority, due, author };
}
