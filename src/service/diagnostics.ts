import { arch, homedir, release } from "node:os";
import type { Diagnostics, HostInfo } from "../api/contract.ts";
import type { DataFolder } from "./data-folder.ts";
import type { DataLibrary } from "./data-library.ts";
import type { ProblemLog } from "./problem-log.ts";

/** What a diagnosis is made of. */
interface Diagnosed {
  readonly host: HostInfo;
  readonly folder: DataFolder;
  readonly library: DataLibrary;
  readonly log: ProblemLog;
  readonly removedPackages: number;
}

/** What a bug report needs: versions, ids, counts, notices and problems. No text of a note or a package, no token, and of a path nothing that names its user. */
export async function diagnose({ host, folder, library, log, removedPackages }: Diagnosed): Promise<Diagnostics> {
  const notes = await folder.read(async () => folder.notebook.notes);
  return {
    version: host.version,
    host: host.host,
    platform: `${process.platform} ${release()} ${arch()}`,
    node: process.versions.node,
    ownership: host.ownership.kind,
    packages: (await library.list()).map(({ id, version, origin, faults }) => {
      return { id, version, origin, faults: faults.length };
    }),
    counts: {
      notes: notes.filter(({ deleted }) => deleted === null).length,
      notesInTrash: notes.filter(({ deleted }) => deleted !== null).length,
      mappings: (await folder.read(() => folder.mappings.list())).length,
      removedPackages,
    },
    notices: host.notices.map((notice) =>
      notice.replaceAll(host.dataFolder, "<data folder>").replaceAll(homedir(), "~"),
    ),
    problems: log.recent(),
  };
}
