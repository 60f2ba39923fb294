import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { withService } from "./with-service.ts";

/** `ahq diagnostics` */
export const diagnosticsCommand: Command = {
  usage: "diagnostics",
  summary: "print what a bug report needs: versions, ids of packages, counts, notices, problems",
  details: "JSON, with --json or without. No text of a note or a package is in it, no token, and no name of a user.",
  options: COMMON_OPTIONS,
  positionals: [0, 0],
  run: async (args, surroundings) => {
    await withService(args, surroundings, async (service) =>
      printJson(surroundings.stdout, await service.diagnostics({})),
    );
    return 0;
  },
};
