import type { NotebookEdit } from "../../core/notebook/notebook.ts";
import { editSchema } from "../../core/notebook/notebook-edit-schema.ts";

/** The edits that a text holds; none where it holds anything else. Apart, as few pages need the schemas, and the first one has no room for them. */
export function checkedEdits(text: string): readonly NotebookEdit[] {
  return editSchema.array().safeParse(JSON.parse(text)).data ?? [];
}
