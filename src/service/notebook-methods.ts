import type { NotebookEdit } from "../core/notebook/notebook.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Service } from "./service.ts";

type NotebookMethods = Pick<
  Service,
  | "listNotes"
  | "editNote"
  | "noteHistory"
  | "exportNotes"
  | "mergeNotes"
  | "listDismissed"
  | "dismissSuggestions"
  | "listDrafts"
  | "keepDraft"
>;

/** The methods of the contract that keep the notebook. */
export function notebookMethods(folder: DataFolder): NotebookMethods {
  const { notebook, settings, drafts, dismissals } = folder;
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
    listDismissed: () => folder.read(() => dismissals.list()),
    dismissSuggestions: ({ ids, isDismissed }) => folder.write(() => dismissals.set(ids, isDismissed, now())),
    listDrafts: () => folder.read(() => drafts.list()),
    keepDraft: (change) => folder.write(() => drafts.keep(change, now())),
  };
}
