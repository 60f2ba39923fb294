import { z } from "zod";

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

const STATUS_NAMES = Object.keys(NOTE_STATUSES) as [NoteStatus, ...NoteStatus[]];

/** Whether a text names a status. */
export function isNoteStatus(text: string | null): text is NoteStatus {
  return text !== null && Object.hasOwn(NOTE_STATUSES, text);
}

/** What a note cites: a Ref in its textual form and the digest that the cited thing had when it was cited (null where it was not there). */
export const linkSchema = z.strictObject({ ref: z.string().min(1).max(300), digest: z.string().max(64).nullable() });

/** What an analyst writes in a note; everything but its identity and times. */
export const noteFieldsSchema = z.strictObject({
  title: z.string().trim().min(1, "a title of at least one character").max(500),
  body: z.string().max(100_000),
  status: z.enum(STATUS_NAMES),
  tags: z.array(z.string().trim().min(1).max(60)).max(50),
  addressees: z.array(z.string().min(1).max(20)).max(100),
  links: z.array(linkSchema).max(200),
});

export const noteSchema = noteFieldsSchema.extend({
  id: z.uuid(),
  /** Goes up by one with every change; an edit says which one it was based on. */
  revision: z.int().min(1),
  created: z.iso.datetime(),
  changed: z.iso.datetime(),
  /** When the note was put in the trash; null while it is not. */
  deleted: z.iso.datetime().nullable(),
});

export type NoteLink = Readonly<z.infer<typeof linkSchema>>;
export type NoteFields = Readonly<z.infer<typeof noteFieldsSchema>>;
export type Note = Readonly<z.infer<typeof noteSchema>>;

/** A note's fields before anything is written in it. */
export const EMPTY_FIELDS: Omit<NoteFields, "title"> = {
  body: "",
  status: "idea",
  tags: [],
  addressees: [],
  links: [],
};
