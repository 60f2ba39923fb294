import {
  type FieldName,
  isNotePriority,
  isNoteStatus,
  NOTE_PRIORITIES,
  NOTE_STATUSES,
  type NoteFields,
} from "../../core/notebook/note.ts";

/** What the fields of a note are called on screen. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  title: "Question",
  body: "Notes",
  status: "Status",
  tags: "Tags",
  addressees: "Addressees",
  links: "Links",
  priority: "Priority",
  due: "Due",
  author: "Author",
};

/** A field's value in words; a long text is shortened. */
export function describeFieldValue(field: FieldName, value: NoteFields[FieldName]): string {
  if (value === null || value.length === 0) return "nothing";
  if (typeof value !== "string") return value.map((item) => (typeof item === "string" ? item : item.ref)).join(", ");
  if (field === "status" && isNoteStatus(value)) return NOTE_STATUSES[value];
  if (field === "priority" && isNotePriority(value)) return NOTE_PRIORITIES[value];
  return value.length > 400 ? `${value.slice(0, 400)} …` : value;
}
