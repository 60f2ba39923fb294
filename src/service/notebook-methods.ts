import type { NotebookEdit } from "../core/notebook/notebook.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Service } from "./service.ts";

type NotebookMethods = Pick<Service, "listNotes" | "editNote" | "noteHistory" | "exportNotes" | "mergeNotes">;

/** The methods of the contract that keep the notebook. */
export function notebookMethods(folder: DataFolder): NotebookMethods {
  const { notebook, settings } = folder;
  const signed = (edit: NotebookEdit): NotebookEdit => {
    const { author } = settings.settings;
    return edit.by === undefined && author !== "" ? { ...edit, by: author } : edit;
  };
  const now = (): string => new Date().toISOString();
  return {
    listNotes: () => folder.read(async () => notebook.notes),
    editNote: ({ edit }) => folder.write(() => notebook.edit(signed(edit))),
    noteHistory: ({ id }) => folder.read(() => notebook.history(id)),
    exportNotes: ({ ids = null }) => folder.read(() => notebook.share(ids, now())),
    mergeNotes: ({ file }) => folder.write(() => notebook.merge(file, now())),
  };
}
