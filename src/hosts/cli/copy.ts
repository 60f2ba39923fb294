import { describeFault } from "../../core/dataset/fault.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

/** `ahq copy` */
export const copyCommand: Command = {
  usage: "copy <package> --id ID [--title TITLE]",
  summary: "copy a package of the library under an id of its own, to edit it",
  details: "The copy remembers what it is a copy of. Packages that come with the program stay as they are.",
  options: {
    id: { value: "ID", help: "the id of the copy" },
    title: { value: "TITLE", help: "the title of the copy; the old one where it is left out" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1],
  run: async (args, surroundings) => {
    const [id = ""] = args.positionals;
    const newId = args.text("id");
    if (newId === null) throw new UsageError("copy needs --id ID");
    const { info } = await openPackage(args, surroundings, id);
    const title = args.text("title") ?? info.title;
    const stored = await withService(args, surroundings, (service) => service.copyPackage({ id, newId, title }));
    if (stored.kind === "refused") throw new InputError(stored.faults.map(describeFault).join("\n"));
    if (args.isGiven("json")) printJson(surroundings.stdout, stored.package);
    else writeLine(surroundings.stdout, stored.package.id);
    return 0;
  },
};
