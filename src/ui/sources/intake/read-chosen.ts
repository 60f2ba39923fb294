import { type CollectedAnswers, collectAnswers, isFilledTemplate } from "../../../core/collection/collect-answers.ts";
import { parseMapping, type WideMapping } from "../../../core/collection/wide-mapping.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import type { Fault } from "../../../core/dataset/fault.ts";
import { overLimit, wholeFileFault } from "../../../formats/input-limits.ts";
import { type IntakeBook, type OnProgress, readIntake } from "../../../formats/read-intake.ts";
import { DESCRIPTOR_FILE } from "../../../formats/read-package.ts";
import { packageFiles } from "../../../formats/write-package.ts";
import { zipPackage } from "../../../formats/write-package-zip.ts";
import { MOST_CHOSEN_FILES, type NamedFile } from "../../shared/chosen-files.ts";
import { today } from "../../shared/today.ts";

/** What was understood of the chosen files. */
export type Reading =
  | {
      readonly kind: "package";
      readonly dataset: Dataset;
      /** The package as it is to be kept. */
      readonly zip: ArrayBuffer;
    }
  | {
      readonly kind: "collected";
      /** What states returned in response workbooks. */
      readonly collected: CollectedAnswers;
      readonly zip: ArrayBuffer;
    }
  | {
      readonly kind: "grids";
      readonly books: readonly IntakeBook[];
      /** The mapping that was chosen with a table. */
      readonly mapping: WideMapping | null;
    }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Reads and validates chosen files; what is too large is refused before a byte of it is read. A zip is kept as it came, a folder as a zip of its package's files. */
export async function readChosen(files: readonly NamedFile[], onProgress: OnProgress): Promise<Reading> {
  const faults = sizeFaults(files);
  if (faults.length > 0) return { kind: "refused", faults };
  const given = await readMapping(files);
  if (given.faults !== undefined) return { kind: "refused", faults: given.faults };
  const chosen = await Promise.all(
    given.others.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const intake = await readIntake(chosen, onProgress);
  if (intake.kind === "refused") return intake;
  if (intake.kind === "grids" && intake.books.some(({ grids }) => isFilledTemplate(grids)))
    return collect(intake.books);
  if (intake.kind === "grids") return { ...intake, mapping: given.mapping };
  const [only] = chosen;
  const isZip = only !== undefined && chosen.length === 1 && !only.name.endsWith(".json");
  return { kind: "package", dataset: intake.dataset, zip: (isZip ? only.bytes : zipPackage(intake.files)).buffer };
}

function collect(books: readonly IntakeBook[]): Reading {
  const day = today();
  const { collected, faults } = collectAnswers(books, { draft: null, day });
  if (collected === undefined) return { kind: "refused", faults };
  return { kind: "collected", collected, zip: zipPackage(packageFiles(collected.dataset)).buffer };
}

interface ChosenMapping {
  readonly mapping: WideMapping | null;
  readonly others: readonly NamedFile[];
  readonly faults?: never;
}

// A table may come with its mapping beside it, as it was exported: two files, of which one is JSON.
async function readMapping(
  files: readonly NamedFile[],
): Promise<ChosenMapping | { readonly faults: readonly Fault[] }> {
  const beside = files.length === 2 ? files.find(({ name }) => /\.json$/i.test(name)) : undefined;
  if (beside === undefined || beside.name.endsWith(DESCRIPTOR_FILE)) return { mapping: null, others: files };
  const { mapping, faults } = parseMapping(beside.name, await beside.file.text());
  return mapping === undefined ? { faults } : { mapping, others: files.filter((file) => file !== beside) };
}

function sizeFaults(files: readonly NamedFile[]): readonly Fault[] {
  if (files.length > MOST_CHOSEN_FILES)
    return [
      wholeFileFault("the folder", `more than ${MOST_CHOSEN_FILES} files`, "the folder of one package, or of answers"),
    ];
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  return [
    ...files.flatMap(({ name, file }) => overLimit("fileBytes", name, file.size)),
    ...overLimit("totalBytes", `${files.length} files`, total),
  ];
}
