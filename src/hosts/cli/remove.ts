import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

/** `ahq remove` */
export const removeCommand: Command = {
  usage: "remove <package> [--file NAME]",
  summary: "move a package of yours to the trash",
  details: "Notes that cite it stay as they are. ahq restore takes it out of the trash again.",
  options: {
    file: { value: "NAME", help: "its file or folder in packages/ of the data folder, where several have the id" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const id = args.positionals[0] ?? "";
    const file = args.text("file");
    const removed = await withService(args, surroundings, (service) =>
      service.removePackage({ id, ...(file === null ? {} : { file }) }),
    );
    if (args.isGiven("json")) printJson(stdout, removed);
    else writeLine(stdout, removed.name);
    writeLine(stderr, `${removed.id} is in the trash; ahq restore ${removed.id} takes it out again`);
    return 0;
  },
};
