import { readFile } from "node:fs/promises";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { schemaFaults } from "../../core/dataset/schema-faults.ts";
import { describeChange } from "../../core/editing/change-log.ts";
import { type PackageEdit, packageEditsSchema } from "../../core/editing/package-edit.ts";
import { reasonOf } from "../../service/file-error.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { faultLines } from "./read-table-file.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

/** `ahq edit` */
export const editCommand: Command = {
  usage: "edit <package> <edits.json>",
  summary: "make edits to a package of yours, all of them or none",
  details:
    "The edits are a JSON list, from stdin where the file is -. With --json those that take them back are printed.",
  options: { ...COMMON_OPTIONS },
  positionals: [2, 2],
  run: async (args, surroundings) => {
    const [id = "", file = ""] = args.positionals;
    const edits = await readEdits(file, surroundings);
    const before = await openPackage(args, surroundings, id);
    const edited = await withService(args, surroundings, (service) =>
      service.editPackage({ id, basedOn: before.digest, edits }),
    );
    if (edited.kind === "refused")
      throw new InputError(
        [`${id} was not changed:`, ...edited.faults.map((fault) => `  ${describeFault(fault)}`)].join("\n"),
      );
    const { changes, info, digest } = await openPackage(args, surroundings, id);
    const made = changes.slice(before.changes.length);
    if (args.isGiven("json"))
      printJson(surroundings.stdout, {
        package: id,
        version: info.version,
        digest,
        changes: made,
        inverse: edited.inverse,
      });
    else for (const change of made) writeLine(surroundings.stdout, describeChange(change));
    writeLine(surroundings.stderr, `${counted(made.length, "change")}; ${id} is at version ${info.version}`);
    return 0;
  },
};

async function readEdits(file: string, { readInput }: Surroundings): Promise<PackageEdit[]> {
  const text = file === "-" ? await readInput() : await textOf(file);
  const name = file === "-" ? "stdin" : file;
  const json = jsonOf(name, text);
  const result = packageEditsSchema.safeParse(json);
  if (result.success) return result.data;
  throw new InputError(
    faultLines(`${name} cannot be carried out:`, schemaFaults(name, json, result.error.issues).map(numbered)),
  );
}

// People count edits from one.
function numbered(fault: Fault): Fault {
  const [first = "", ...rest] = fault.column.split(".");
  return first === "" ? fault : { ...fault, file: `${fault.file}, edit ${Number(first) + 1}`, column: rest.join(".") };
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name} is not JSON: ${reasonOf(error)}`, { cause: error });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new InputError(`${file} could not be read: ${reasonOf(error)}`, { cause: error });
  }
}
