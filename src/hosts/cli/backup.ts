import { COMMON_OPTIONS } from "./arguments.ts";
import { UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";
import { withService } from "./with-service.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

/** `ahq backup` */
export const backupCommand: Command = {
  usage: "backup --out FILE | --list",
  summary: "everything of your own as one file, or the automatic backups",
  details: [
    "The file holds the notebook, drafts, settings, views, mappings and your packages; ahq restore-backup takes it in on another laptop.",
    "--list shows the automatic backups: the last ten, and of each of the last thirty days the latest.",
  ].join("\n"),
  options: {
    out: { value: "FILE", help: "the file to write, a zip" },
    force: { help: "replace a file that is there" },
    list: { help: "the automatic backups" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 0],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const out = args.text("out");
    if (args.isGiven("list") === (out !== null)) throw new UsageError("expected one of --out FILE, --list");
    if (out === null) {
      const backups = await withService(args, surroundings, (service) => service.listBackups({}));
      if (args.isGiven("json")) printJson(stdout, backups);
      else {
        const columns = [{ header: "Name" }, { header: "Made" }, { header: "Bytes", isNumber: true }];
        writeTable(
          stdout,
          columns,
          backups.map(({ name, at, size }) => [name, at, String(size)]),
        );
      }
      return 0;
    }
    checkFileName(out, "a backup", ["zip"]);
    const bytes = await withService(args, surroundings, (service) => service.backUp());
    await writeOutputFile(out, bytes, args.isGiven("force"));
    writeLine(stderr, `${out} written, ${bytes.length} bytes`);
    return 0;
  },
};
