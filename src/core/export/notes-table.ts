import type { Dataset } from "../dataset/dataset.ts";
import { citationLabel, citationState } from "../notebook/citation.ts";
import { NOTE_STATUSES, type Note, type NoteLink } from "../notebook/note.ts";
import { dateCell, type ExportTable, plainCell } from "./export-table.ts";

/** The notes as they are, with what they cite of the open package. They are the analyst's own words: whoever exports them decides who reads them. */
export function notesTable(dataset: Dataset, notes: readonly Note[], date: string): ExportTable {
  return {
    name: "Notes",
    title: "Follow-up questions",
    columns: [
      { header: "Question", name: "Question", width: 40, isRowHeader: true },
      { header: "Notes", name: "Notes", width: 50 },
      { header: "Status", name: "Status", width: 12 },
      { header: "Tags", name: "Tags", width: 16 },
      { header: "Addressees", name: "Addressees", width: 14 },
      { header: "About", name: "What it is about", width: 28 },
      { header: "Changed", name: "Last change", width: 12 },
    ],
    rows: notes.map(({ title, body, status, tags, addressees, links, changed }) => ({
      cells: [
        ...[
          title,
          body,
          NOTE_STATUSES[status],
          tags.join(", "),
          addressees.join(", "),
          links.map((link) => linkInWords(dataset, link)).join("; "),
        ].map(plainCell),
        dateCell(changed.slice(0, 10)),
      ],
      note: "",
    })),
    locators: [],
    metadata: [
      { name: "Notes", value: String(notes.length) },
      { name: "Package that was open", value: `${dataset.info.name}, version ${dataset.info.version}` },
      { name: "Exported", value: date },
    ],
  };
}

// What a link cites may have changed since: whoever reads the table must know.
function linkInWords(dataset: Dataset, link: NoteLink): string {
  const label = citationLabel(dataset, link);
  const state = citationState(dataset, link);
  return state === "changed" ? `${label} (changed since)` : state === "gone" ? `${label} (no longer there)` : label;
}
