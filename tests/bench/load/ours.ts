import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { describeFault } from "../../../src/core/dataset/fault.ts";
import type { Validated } from "../../../src/core/dataset/validate-package.ts";
import { readPackage, readPackageAside } from "../../../src/formats/read-package.ts";
import { hostGate } from "../../../src/service/host-gate.ts";

type Files = Readonly<Record<string, string>>;

/** As the hosts read a package, whose digest is made when it is asked for. */
export function inHost(files: Files): Dataset {
  return sound(readPackage(files, hostGate));
}

/** As the hosts read one and name it by its content. */
export function namedInHost(files: Files): string {
  return inHost(files).digest;
}

/** As a page reads one that is to be taken in, with its digest. */
export async function inPage(files: Files): Promise<Dataset> {
  return sound(await readPackageAside(files));
}

function sound({ dataset, faults }: Validated): Dataset {
  if (dataset === undefined) throw new Error(faults.slice(0, 3).map(describeFault).join("\n"));
  return dataset;
}
