import { type CollectedAnswers, collectAnswers, isFilledTemplate } from "../../../core/collection/collect-answers.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import type { Fault } from "../../../core/dataset/fault.ts";
import { overLimit, wholeFileFault } from "../../../formats/input-limits.ts";
import { type IntakeBook, type OnProgress, readIntake } from "../../../formats/read-intake.ts";
import { packageFiles } from "../../../formats/write-package.ts";
import { zipPackage } from "../../../formats/write-package-zip.ts";
import { MOST_CHOSEN_FILES, type NamedFile } from "../../shared/chosen-files.ts";

/** What was understood of the chosen files. */
export type Reading =
  | {
      readonly kind: "package";
      readonly dataset: Dataset /** The package as it is to be kept. */;
      readonly zip: ArrayBuffer;
    }
  | {
      readonly kind: "collected" /** What states returned in response workbooks. */;
      readonly collected: CollectedAnswers;
      readonly zip: ArrayBuffer;
    }
  | { readonly kind: "grids"; readonly books: readonly IntakeBook[] }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Reads and validates chosen files; what is too large is refused before a byte of it is read. A zip is kept as it came, a folder as a zip of its package's files. */
export async function readChosen(files: readonly NamedFile[], onProgress: OnProgress): Promise<Reading> {
  const faults = sizeFaults(files);
  if (faults.length > 0) return { kind: "refused", faults };
  const chosen = await Promise.all(
    files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const intake = await readIntake(chosen, onProgress);
  if (intake.kind === "grids" && intake.books.some(({ grids }) => isFilledTemplate(grids)))
    return collect(intake.books);
  if (intake.kind !== "package") return intake;
  const [only] = chosen;
  const isZip = only !== undefined && chosen.length === 1 && !only.name.endsWith(".json");
  return { kind: "package", dataset: intake.dataset, zip: (isZip ? only.bytes : zipPackage(intake.files)).buffer };
}

function collect(books: readonly IntakeBook[]): Reading {
  const day = new Date().toISOString().slice(0, 10);
  const { collected, faults } = collectAnswers(books, { draft: null, day });
  if (collected === undefined) return { kind: "refused", faults };
  return { kind: "collected", collected, zip: zipPackage(packageFiles(collected.dataset)).buffer };
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
