import type { RemovedPackage } from "../../api/contract.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";
import { withService } from "./with-service.ts";

/** `ahq restore` */
export const restoreCommand: Command = {
  usage: "restore [<package>] [--replace]",
  summary: "list the trash, or take a package out of it",
  details: "<package> is an id, of which the one removed last comes back, or a name in the trash.",
  options: {
    replace: { help: "take the place of a package of the same id, which goes to the trash" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const [wanted] = args.positionals;
    if (wanted === undefined) await listTrash(args, surroundings);
    else await restore(args, surroundings, wanted);
    return 0;
  },
};

const COLUMNS = [
  { header: "Name" },
  { header: "Id" },
  { header: "Title" },
  { header: "Version" },
  { header: "Removed" },
];

async function listTrash(args: Arguments, surroundings: Surroundings): Promise<void> {
  const removed = await withService(args, surroundings, (service) => service.listRemoved({}));
  if (args.isGiven("json")) return printJson(surroundings.stdout, removed);
  const rows = removed.map(({ name, id, title, version, removed: at }) => [name, id, title, version, at]);
  return writeTable(surroundings.stdout, COLUMNS, rows);
}

async function restore(args: Arguments, surroundings: Surroundings, wanted: string): Promise<void> {
  const mode = args.isGiven("replace") ? "replace" : "new";
  const restored = await withService(args, surroundings, async (service) => {
    const { name } = inTrash(await service.listRemoved({}), wanted);
    return await service.restorePackage({ name, mode });
  });
  if (args.isGiven("json")) printJson(surroundings.stdout, restored);
  else writeLine(surroundings.stdout, `${restored.id} restored`);
  for (const fault of restored.faults) writeLine(surroundings.stderr, `${restored.id} cannot be opened: ${fault}`);
}

function inTrash(removed: readonly RemovedPackage[], wanted: string): RemovedPackage {
  // The latest removal comes first.
  const found = removed.find(({ name }) => name === wanted) ?? removed.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const ids = [...new Set(removed.map(({ id }) => id))];
  throw new InputError(
    `there is no ${wanted} in the trash; ${ids.length === 0 ? "it is empty" : `it has ${ids.join(", ")}`}`,
  );
}
