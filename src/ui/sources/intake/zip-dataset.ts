import type { Dataset } from "../../../core/dataset/dataset.ts";
import { packageFiles } from "../../../formats/write-package.ts";
import { zipPackage } from "../../../formats/write-package-zip.ts";

/** A dataset as the zip that the library keeps of it. */
export function zipDataset(dataset: Dataset): ArrayBuffer {
  return zipPackage(packageFiles(dataset)).buffer;
}
