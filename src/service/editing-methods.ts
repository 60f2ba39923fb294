import { ApiError } from "../api/api-error.ts";
import type { EditedPackage } from "../api/contract.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import { describeFault } from "../core/dataset/fault.ts";
import { applyEdits } from "../core/editing/apply-edits.ts";
import { describeChange } from "../core/editing/change-log.ts";
import { copyPackage } from "../core/editing/copy-package.ts";
import { released } from "../core/editing/version.ts";
import { isZipName } from "../formats/file-kind.ts";
import { readPackage } from "../formats/read-package.ts";
import { packageFiles } from "../formats/write-package.ts";
import { zipPackage } from "../formats/write-package-zip.ts";
import type { DataFolder } from "./data-folder.ts";
import type { DataLibrary, Shelved } from "./data-library.ts";
import { hostGate } from "./host-gate.ts";
import type { Service } from "./service.ts";

type EditingMethods = Pick<Service, "editPackage" | "copyPackage" | "markExported">;

/** Everything that changes the content of a package in a data folder. */
export function editingMethods(
  folder: DataFolder,
  library: DataLibrary,
  { storePackage }: Pick<Service, "storePackage">,
): EditingMethods {
  const keep = async (own: Shelved, before: Dataset, files: Readonly<Record<string, string>>): Promise<void> => {
    const bytes = zipPackage(files);
    // What came from elsewhere may hold more than is kept of it, and what was exported is out there: both stay in the trash as they were.
    if (isZipName(own.path) && before.info.changedSinceExport === true) await folder.packages.rewrite(own.path, bytes);
    else await folder.packages.put(bytes, own.id, own.path);
  };
  return {
    editPackage: ({ id, basedOn, edits }) =>
      folder.write(async (): Promise<EditedPackage> => {
        const own = editable(await library.find(id), id);
        const dataset = await read(library, id);
        if (dataset.digest !== basedOn) throw overtaken(dataset);
        const edited = applyEdits(dataset, edits, { at: new Date().toISOString() }, hostGate);
        if (edited.dataset === undefined) return { kind: "refused", faults: edited.faults };
        if (edited.dataset !== dataset) await keep(own, dataset, packageFiles(edited.dataset));
        return { kind: "edited", digest: edited.dataset.digest, inverse: edited.inverse };
      }),
    copyPackage: async ({ id, newId, title }) => {
      const copy = copyPackage(await folder.read(() => read(library, id)), newId, title);
      return await storePackage(zipPackage(packageFiles(copy)), { name: `${newId}.zip`, mode: "new" });
    },
    markExported: ({ id }) =>
      folder.write(async () => {
        const [own] = await library.find(id);
        if (own === undefined || own.origin === "packaged" || !isZipName(own.path)) return null;
        const dataset = await read(library, id);
        const exported = released(dataset);
        if (exported !== dataset) await folder.packages.rewrite(own.path, zipPackage(packageFiles(exported)));
        return null;
      }),
  };
}

async function read(library: DataLibrary, id: string): Promise<Dataset> {
  const { dataset, faults } = readPackage((await library.readFiles(id)).files, hostGate);
  if (dataset === undefined) throw new ApiError("bad-request", faults.map(describeFault).join("\n"));
  return dataset;
}

function editable([holder]: readonly Shelved[], id: string): Shelved {
  if (holder === undefined) throw new ApiError("not-found", `There is no package ${id}: it was removed meanwhile.`);
  if (holder.origin === "user") return holder;
  throw new ApiError("read-only", `${id} comes with the program and stays as it is: make a copy of it to edit.`);
}

function overtaken({ info, changes }: Dataset): ApiError {
  const last = changes.at(-1);
  const what = last === undefined ? "" : ` Its last change: ${describeChange(last)}, at ${last.at}.`;
  return new ApiError("conflict", `${info.name} has changed since, in another window or program.${what}`);
}
