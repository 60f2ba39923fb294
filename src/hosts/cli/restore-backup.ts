import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describeTakenIn } from "../../api/backups.ts";
import { describeFault } from "../../core/dataset/fault.ts";
import { reasonOf } from "../../service/file-error.ts";
import type { Service } from "../../service/service.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

/** `ahq restore-backup` */
export const restoreBackupCommand: Command = {
  usage: "restore-backup FILE [--replace] | NAME",
  summary: "take in everything of your own, or put an automatic backup in the place of what there is",
  details: [
    "A FILE of ahq backup is added to what there is: notes are merged, whatever else is here in another form stays and is named.",
    "With --replace it is put in the place of what there is, as is an automatic backup by its NAME; packages that give way go to the trash.",
    "What there is now is backed up before, either way.",
  ].join("\n"),
  options: { replace: { help: "put the file in the place of what there is" }, ...COMMON_OPTIONS },
  positionals: [1, 1],
  run: async (args, surroundings) => {
    const [named = ""] = args.positionals;
    await withService(args, surroundings, async (service) => {
      const backups = await service.listBackups({});
      if (!backups.some(({ name }) => name === named)) return await restoreFile(args, surroundings, service, named);
      await service.restoreBackup({ name: named });
      if (args.isGiven("json")) printJson(surroundings.stdout, { kind: "restored", name: named });
      else writeLine(surroundings.stdout, `${named} restored`);
    });
    return 0;
  },
};

async function restoreFile(args: Arguments, { stdout }: Surroundings, service: Service, path: string): Promise<void> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new InputError(`${path} is no automatic backup, and could not be read as a file: ${reasonOf(cause)}`, {
      cause,
    });
  });
  const restored = await service.restoreFile(bytes, {
    name: basename(path),
    mode: args.isGiven("replace") ? "replace" : "add",
  });
  if (restored.kind === "refused" || restored.faults.length > 0)
    throw new InputError(
      [`${path} could not be taken in whole:`, ...restored.faults.map((fault) => `  ${describeFault(fault)}`)].join(
        "\n",
      ),
    );
  if (args.isGiven("json")) printJson(stdout, restored);
  else if (restored.kind === "added") {
    writeLine(stdout, `${path} of ${restored.at} added to what there is`);
    for (const part of restored.parts) writeLine(stdout, describeTakenIn(part));
  } else
    writeLine(stdout, `${path} of ${restored.at} restored: ${[...restored.files, ...restored.packages].join(", ")}`);
}
