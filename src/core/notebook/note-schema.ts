import { z } from "zod";
import { LONGEST_REF } from "../dataset/ref.ts";
import { NOTE_PRIORITIES, NOTE_STATUSES, type NotePriority, type NoteStatus } from "./note.ts";

const STATUS_NAMES = Object.keys(NOTE_STATUSES) as [NoteStatus, ...NoteStatus[]];
const PRIORITY_NAMES = Object.keys(NOTE_PRIORITIES) as [NotePriority, ...NotePriority[]];

/** What a note cites: a Ref in its textual form, or the UUID of a view; and the digest that the cited thing had when it was cited (null where it was not there, or is a view). */
export const linkSchema = z.strictObject({
  ref: z.string().min(1).max(LONGEST_REF),
  digest: z.string().max(64).nullable(),
});

const shapes = {
  title: z.string().trim().min(1, "a title of at least one character").max(500),
  body: z.string().max(100_000),
  status: z.enum(STATUS_NAMES),
  tags: z.array(z.string().trim().min(1).max(60)).max(50),
  addressees: z.array(z.string().min(1).max(20)).max(300),
  links: z.array(linkSchema).max(1000),
  priority: z.enum(PRIORITY_NAMES),
  /** The day by which it is to be done. */
  due: z.iso.date().nullable(),
  /** Who wrote it, in the analyst's own words; may be empty. */
  author: z.string().trim().max(200),
};

/** What an analyst writes in a note; everything but its identity and times. A notebook of an earlier version lacks the last three. */
export const noteFieldsSchema = z.strictObject({
  ...shapes,
  priority: shapes.priority.default("normal"),
  due: shapes.due.default(null),
  author: shapes.author.default(""),
});

/** Some of a note's fields. Not made of the schema above, whose defaults would write over what is not given. */
export const someFieldsSchema = z.strictObject(shapes).partial();

const stamp = { at: z.iso.datetime(), by: z.string().max(200) };

/** The values that two or more wrote into a field without knowing of each other, the latest first, until an edit of the field settles it. */
export const contestedSchema = z
  .strictObject({
    title: z.array(z.strictObject({ value: shapes.title, ...stamp })),
    body: z.array(z.strictObject({ value: shapes.body, ...stamp })),
    status: z.array(z.strictObject({ value: shapes.status, ...stamp })),
    tags: z.array(z.strictObject({ value: shapes.tags, ...stamp })),
    addressees: z.array(z.strictObject({ value: shapes.addressees, ...stamp })),
    links: z.array(z.strictObject({ value: shapes.links, ...stamp })),
    priority: z.array(z.strictObject({ value: shapes.priority, ...stamp })),
    due: z.array(z.strictObject({ value: shapes.due, ...stamp })),
    author: z.array(z.strictObject({ value: shapes.author, ...stamp })),
  })
  .partial();

/** A note as it is kept. */
export const noteSchema = noteFieldsSchema.extend({
  id: z.uuid(),
  /** Goes up with every change; an edit says which one it was based on. */
  revision: z.int().min(1),
  created: z.iso.datetime(),
  changed: z.iso.datetime(),
  /** When the note was put in the trash; null while it is not. */
  deleted: z.iso.datetime().nullable(),
  /** By field; the note itself has the first value of each. */
  contested: contestedSchema.default({}),
});
