import type { Dataset } from "../dataset/dataset.ts";

/** A package as it leaves the program: the first edit after that makes a new version. */
export function released(dataset: Dataset): Dataset {
  const { changedSinceExport, ...info } = dataset.info;
  return changedSinceExport === undefined ? dataset : { ...dataset, info };
}

/** The next version: its last number goes up by one, as Data Package's own practice has it for corrections; a version that ends in none gets one. */
export function raiseVersion(version: string): string {
  const [, before, last] = /^(|.*\.)(\d{1,9})$/.exec(version) ?? [];
  return last === undefined ? `${version}.1` : `${before}${Number(last) + 1}`;
}
