import type { Note } from "../../../core/notebook/note.ts";
import { crosstabSource } from "../../compare/crosstab/crosstab-source.ts";
import { similaritySource } from "../../compare/similarity/similarity-source.ts";
import { comparisonSource } from "../../compare/table/comparison-source.ts";
import { TENSIONS_SOURCE } from "../../compare/tensions/tensions-source.ts";
import { truthTableSource } from "../../compare/truth-table/truth-table-source.ts";
import { notesSource } from "../../notebook/notes-source.ts";
import type { ExportSource } from "../../shared/export/export-source.ts";
import { resultSources } from "../../shared/export/result-sources.ts";
import type { View } from "../../shared/workspace.ts";
import { SOURCE_EXPORTS } from "../../sources/source-exports.ts";

/** The table that a screen offers under an id, for a view; undefined where this version knows none of that id. */
export function reportSource(id: string, view: View, notes: readonly Note[]): ExportSource | undefined {
  const known = [
    ...Object.values(resultSources(view)),
    comparisonSource(view),
    similaritySource(view),
    crosstabSource(view, false),
    truthTableSource(view),
    TENSIONS_SOURCE,
    notesSource(notes, notes),
    ...Object.values(SOURCE_EXPORTS),
  ];
  return known.find((source) => source?.id === id);
}
