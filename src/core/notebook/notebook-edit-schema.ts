import { z } from "zod";
import { noteChangeSchema } from "./note-change.ts";
import { noteFieldsSchema, noteSchema, someFieldsSchema } from "./note-schema.ts";

/** `by` says who makes the change, where that is known. */
const stamp = { id: z.uuid(), at: z.iso.datetime(), by: z.string().max(200).optional() };
const based = { ...stamp, basedOn: z.int().min(1) };

/** One change to a notebook. Ids and times are given, so that an edit gives the same notebook wherever it is replayed. */
export const editSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), ...stamp, fields: noteFieldsSchema }),
  z.strictObject({ kind: z.literal("change"), ...based, fields: someFieldsSchema }),
  z.strictObject({ kind: z.literal("delete"), ...based }),
  z.strictObject({ kind: z.literal("restore"), ...based }),
]);

/** What a merge brought to one note: the changes that were new here, and the note that all changes together come to. It is based on 0 where the note itself was new. */
export const mergeSchema = z.strictObject({
  kind: z.literal("merge"),
  id: z.uuid(),
  at: z.iso.datetime(),
  basedOn: z.int().min(0),
  changes: z.array(noteChangeSchema),
  note: noteSchema,
});

/** Whatever a notebook's journal can hold. */
export const journalEditSchema = z.discriminatedUnion("kind", [...editSchema.options, mergeSchema]);
