import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describeTakenIn, type RestoredBackup } from "../../api/backups.ts";
import { describeFault } from "../../core/dataset/fault.ts";
import { reasonOf } from "../../service/file-error.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

/** `ahq restore-backup` */
export const restoreBackupCommand: Command = {
  usage: "restore-backup FILE|NAME [--replace]",
  summary: "add a backup to what there is, or put it in its place",
  details: [
    "A FILE of ahq backup, or the NAME of an automatic backup, is added to what there is: notes are merged, which brings back what damage took;",
    "whatever else is here in another form stays and is named. Settings that were changed here stay, the others come from the file. With --replace it is put in the place of what there is; packages that give way go to the trash.",
    "What there is now is backed up before, either way.",
  ].join("\n"),
  options: { replace: { help: "put it in the place of what there is" }, ...COMMON_OPTIONS },
  positionals: [1, 1],
  run: async (args, surroundings) => {
    const [named = ""] = args.positionals;
    const mode = args.isGiven("replace") ? "replace" : "add";
    const restored = await withService(args, surroundings, async (service) => {
      const backups = await service.listBackups({});
      if (backups.some(({ name }) => name === named)) return await service.restoreBackup({ name: named, mode });
      return await service.restoreFile(await readOwnFile(named), { name: basename(named), mode });
    });
    report(args, surroundings, named, restored);
    return 0;
  },
};

async function readOwnFile(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: unknown) => {
    throw new InputError(`${path} is no automatic backup, and could not be read as a file: ${reasonOf(cause)}`, {
      cause,
    });
  });
}

function report(args: Arguments, { stdout }: Surroundings, named: string, restored: RestoredBackup): void {
  if (restored.kind === "refused" || restored.faults.length > 0)
    throw new InputError(
      [`${named} could not be taken in whole:`, ...restored.faults.map((fault) => `  ${describeFault(fault)}`)].join(
        "\n",
      ),
    );
  if (args.isGiven("json")) printJson(stdout, restored);
  else if (restored.kind === "added") {
    writeLine(stdout, `${named} of ${restored.at} added to what there is`);
    for (const part of restored.parts) writeLine(stdout, describeTakenIn(part));
  } else
    writeLine(stdout, `${named} of ${restored.at} restored: ${[...restored.files, ...restored.packages].join(", ")}`);
}
