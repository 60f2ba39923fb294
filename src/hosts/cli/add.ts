import type { StoredPackage } from "../../api/contract.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { writeWhoAnswered } from "./answer-files.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { libraryOf } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { faulty, type Incoming, readAllIncoming } from "./read-incoming.ts";
import { type Output, type Surroundings, writeLine } from "./surroundings.ts";
import { understood, writeUnderstood } from "./understood.ts";
import { withService } from "./with-service.ts";

/** `ahq add` */
export const addCommand: Command = {
  usage: "add <folder|zip|table|workbooks…> [--mapping FILE] [--id ID] [--replace] [--dry-run]",
  summary: "add packages to the library, after printing what was understood of them",
  details: [
    "All of them or, where one has a fault, none. What is replaced goes to the trash: ahq restore.",
    "Workbooks that states filled in (.xlsx, a folder or a zip of them) all become one package.",
    "A wide table (.csv, .tsv, .xlsx: a row a state) becomes a package under its mapping, or the one that ahq map proposes.",
  ].join("\n"),
  options: {
    mapping: { value: "FILE", help: "what the columns and answers of a wide table are: ahq map" },
    id: { value: "ID", help: "the id of the package; one that has another becomes a copy under this" },
    replace: { help: "take the place of a package of the same id, which goes to the trash" },
    "dry-run": { help: "print what was understood, and store nothing" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1000],
  run: async (args, surroundings) => {
    const incoming = await readAllIncoming(args, surroundings);
    await checkIds(args, surroundings, incoming);
    const stored = args.isGiven("dry-run") ? null : await store(args, surroundings, incoming);
    if (args.isGiven("json"))
      printJson(
        surroundings.stdout,
        incoming.map((one, i) => plain(one, stored?.[i] ?? null)),
      );
    else for (const [i, one] of incoming.entries()) writeForReading(surroundings, one, stored?.[i] ?? null);
    return 0;
  },
};

type Stored = Extract<StoredPackage, { readonly kind: "stored" }>;

// Seen before anything is stored: the service would refuse one after the others are there.
async function checkIds(args: Arguments, surroundings: Surroundings, incoming: readonly Incoming[]): Promise<void> {
  const library = libraryOf(args, surroundings);
  const ids = incoming.map(({ dataset }) => dataset.info.name);
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) !== i) throw new InputError(`Nothing was added. Two of the packages have the id ${id}.`);
    const [holder] = await library.find(id);
    if (holder?.origin === "packaged")
      throw new InputError(`Nothing was added. ${id} comes with the program; --id gives another an id of its own.`);
    if (holder !== undefined && !args.isGiven("replace"))
      throw new InputError(
        `Nothing was added. ${id} is in the library already; --replace takes its place, --id stands beside it.`,
      );
  }
}

async function store(args: Arguments, surroundings: Surroundings, incoming: readonly Incoming[]): Promise<Stored[]> {
  const mode = args.isGiven("replace") ? "replace" : "new";
  return await withService(args, surroundings, async (service) => {
    const stored: Stored[] = [];
    for (const { name, bytes } of incoming) {
      const outcome = await service.storePackage(bytes, { name, mode });
      if (outcome.kind === "refused") throw faulty(name, outcome.faults);
      stored.push(outcome);
    }
    return stored;
  });
}

function plain({ dataset, collected }: Incoming, stored: Stored | null): object {
  const silent = collected === null ? {} : { silent: collected.silent };
  return { stored: stored !== null, replaced: stored?.replaced ?? null, ...understood(dataset), ...silent };
}

function writeForReading(
  { stdout, stderr }: Surroundings,
  { dataset, collected }: Incoming,
  stored: Stored | null,
): void {
  writeUnderstood(stdout, dataset);
  if (collected !== null) writeWhoAnswered(stderr, collected);
  writeOutcome(stderr, dataset, stored);
}

function writeOutcome(output: Output, { info }: Dataset, stored: Stored | null): void {
  const replaced = stored?.replaced ?? null;
  const inTrash = replaced === null ? "" : `; the one it replaced is in the trash as ${replaced}`;
  writeLine(output, `${info.name} ${stored === null ? "was not added (--dry-run)" : `added${inTrash}`}`);
}
