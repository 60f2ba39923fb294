import { notesTable } from "../../core/export/notes-table.ts";
import type { Note } from "../../core/notebook/note.ts";
import type { ExportSource } from "../shared/export/export-source.ts";

/** The notes as a table to export: those that the list shows, or all. */
export function notesSource(shown: readonly Note[], all: readonly Note[]): ExportSource {
  return {
    id: "notes",
    label: "Notes",
    fileName: "notes",
    hasAll: shown.length < all.length,
    make: ({ dataset }, scope, date) => notesTable(dataset, scope === "all" ? all : shown, date),
  };
}
