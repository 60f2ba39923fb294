import { isAbsolute, relative, resolve } from "node:path";
import { ApiError } from "../api/api-error.ts";
import { choosePackage } from "../api/choose-package.ts";
import { type FirstScreen, HOST_POWERS, type HostInfo, type HostPower, type SavedFile } from "../api/contract.ts";
import { backupMethods } from "./backup-methods.ts";
import { DataFolder } from "./data-folder.ts";
import { openDataLibrary } from "./data-library.ts";
import { diagnose } from "./diagnostics.ts";
import { editingMethods } from "./editing-methods.ts";
import { notebookMethods } from "./notebook-methods.ts";
import type { ProgramName } from "./owner-record.ts";
import { packageMethods } from "./package-methods.ts";
import { openProblemLog } from "./problem-log.ts";
import { safeFileName } from "./safe-file-name.ts";
import type { HostPowers, Service, ServiceOptions } from "./service.ts";
import { createUserDataFolder } from "./user-data-folder.ts";

const PROGRAM_NAMES = {
  electron: "desktop",
  "browser-mode": "browser mode",
  "command-line": "command line",
} as const satisfies Record<ServiceOptions["host"], ProgramName>;

/** Opens a data folder behind the contract, as its owner where no other process is. A folder that can be neither created nor read is an ApiError. */
export async function openService({ places, powers, host, version }: ServiceOptions): Promise<Service> {
  await createUserDataFolder(places.userData);
  const folder = new DataFolder(places.userData, PROGRAM_NAMES[host]);
  const library = openDataLibrary(places);
  const packages = packageMethods(folder, library);
  const offered = offeredPowers(powers);
  const log = openProblemLog(places.userData, { host, version });
  await folder.open();
  const hostInfo = async (): Promise<HostInfo> => {
    const ownership = await folder.ownership();
    const { notices, offeredBackup } = folder;
    return { host, version, dataFolder: places.userData, powers: offered, ownership, notices, offeredBackup };
  };
  return {
    powers: offered,
    hostInfo,
    diagnostics: async () => {
      const removedPackages = (await packages.listRemoved({})).length;
      return diagnose({ host: await hostInfo(), folder, library, log, removedPackages });
    },
    reportProblem: async ({ problem }) => {
      log.add(problem);
      return null;
    },
    listPackages: () => library.list(),
    openFirst: async (): Promise<FirstScreen> => {
      const settings = await folder.read(async () => folder.settings.settings);
      const list = await library.list();
      const chosen = choosePackage(list, settings.activePackage);
      const dataset = chosen === null ? null : await library.readDataset(chosen.id);
      return { host: await hostInfo(), settings, packages: list, removed: await packages.listRemoved({}), dataset };
    },
    readDataset: ({ id }) => library.readDataset(id),
    readPackageFiles: ({ id }) => library.readFiles(id),
    ...packages,
    ...editingMethods(folder, library, packages),
    listMappings: () => folder.read(() => folder.mappings.list()),
    keepMapping: ({ name, mapping }) => folder.write(() => folder.mappings.keep(name, mapping)),
    removeMapping: ({ name }) =>
      folder.write(async () => {
        await folder.mappings.remove(name);
        return null;
      }),
    ...notebookMethods(folder),
    ...backupMethods(folder, library, places.userData, packages),
    listViews: () => folder.read(() => folder.views.list()),
    saveView: ({ view }) => folder.write(() => folder.views.save(view)),
    removeView: ({ id }) => folder.write(() => folder.views.remove(id)),
    orderViews: ({ ids }) => folder.write(() => folder.views.order(ids)),
    readReport: ({ packageId }) => folder.read(() => folder.reports.read(packageId)),
    keepReport: ({ report }) => folder.write(() => folder.reports.keep(report)),
    readSettings: () => folder.read(async () => folder.settings.settings),
    changeSettings: (change) => folder.write(() => folder.settings.change(change)),
    ...filePowers(powers, places.userData),
    close: () => folder.close(),
  };
}

function offeredPowers({ saveFile, revealFile, printPage }: HostPowers): readonly HostPower[] {
  const has: Readonly<Record<HostPower, boolean>> = {
    "save-file": saveFile !== undefined,
    "reveal-file": revealFile !== undefined,
    "print-page": printPage !== undefined,
  };
  return HOST_POWERS.filter((power) => has[power]);
}

function filePowers(powers: HostPowers, userData: string): Pick<Service, "saveFile" | "revealFile" | "printPage"> {
  const saved = new Set<string>();
  const remembered = (file: SavedFile): SavedFile => {
    if (file.path !== null) saved.add(resolve(file.path));
    return file;
  };
  return {
    saveFile: async (name, bytes) => {
      if (powers.saveFile === undefined) throw lacking("save files");
      return remembered(await powers.saveFile(safeFileName(name), bytes));
    },
    printPage: async ({ name }) => {
      if (powers.printPage === undefined) throw lacking("print pages");
      return remembered(await powers.printPage(safeFileName(name)));
    },
    revealFile: async ({ path }) => {
      if (powers.revealFile === undefined) throw lacking("show files in their folder");
      const asked = resolve(path);
      // On Windows merely looking at \\host\share sends the user's credentials there: only what was saved from here is shown.
      if (!saved.has(asked) && !isWithin(userData, asked)) {
        throw new ApiError("not-allowed", `${path} cannot be shown: expected a file that was saved from here.`);
      }
      await powers.revealFile(asked);
      return null;
    },
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../") && !way.startsWith("..\\") && !isAbsolute(way);
}

function lacking(power: string): ApiError {
  return new ApiError("not-allowed", `This host cannot ${power}.`);
}
