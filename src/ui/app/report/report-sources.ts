import type { Note } from "../../../core/notebook/note.ts";
import { similaritySource } from "../../compare/similarity/similarity-source.ts";
import { comparisonSource } from "../../compare/table/comparison-source.ts";
import { notesSource } from "../../notebook/notes-source.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import { resultSources } from "../../shared/export/result-sources.ts";
import type { View } from "../../shared/workspace.ts";

/** The table that a screen offers under an id, for a view; undefined where this version knows none of that id. */
export function reportSource(id: string, view: View, notes: readonly Note[]): ExportSource | undefined {
  const { responses, matrix, counts } = resultSources(view);
  const known = [matrix, responses, counts, comparisonSource(view), similaritySource(view), notesSource(notes, notes)];
  return known.find((source) => source.id === id);
}
