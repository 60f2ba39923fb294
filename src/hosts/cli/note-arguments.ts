import { ApiError } from "../../api/api-error.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { parseRef } from "../../core/dataset/ref.ts";
import { cite } from "../../core/notebook/citation.ts";
import {
  isNotePriority,
  isNoteStatus,
  NOTE_PRIORITIES,
  NOTE_STATUSES,
  type NoteFields,
  type NoteLink,
  type NotePriority,
  type NoteStatus,
} from "../../core/notebook/note.ts";
import { readPackage } from "../../formats/read-package.ts";
import type { DataLibrary } from "../../service/data-library.ts";
import { hostGate } from "../../service/host-gate.ts";
import type { Arguments, OptionTable } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import { libraryOf } from "./open-package.ts";
import type { Surroundings } from "./surroundings.ts";

/** The options that say what stands in a note. */
export const NOTE_OPTIONS: OptionTable = {
  title: { value: "TEXT", help: "the question in one line" },
  body: { value: "TEXT", help: "what more there is to say; - reads it from stdin" },
  status: { value: "STATUS", help: `one of ${Object.keys(NOTE_STATUSES).join(", ")}` },
  priority: { value: "PRIORITY", help: `one of ${Object.keys(NOTE_PRIORITIES).join(", ")}` },
  due: { value: "DAY", help: "the day by which it is to be done, as YYYY-MM-DD; an empty text takes it away" },
  author: { value: "NAME", help: "who wrote it" },
  tag: { value: "TAG", isRepeatable: true, help: "a tag" },
  addressee: { value: "STATE", isRepeatable: true, help: "code of a state to ask" },
  cite: { value: "REF", isRepeatable: true, help: "what it is about, such as emn-ahq-1055/response/3.4/BE" },
};

/** The fields of a note that were given; those that were not are left out. An empty text among a list's empties the list. */
export async function readNoteFields(args: Arguments, surroundings: Surroundings): Promise<Partial<NoteFields>> {
  const title = args.text("title");
  const body = args.text("body");
  const status = readStatus(args);
  const priority = readPriority(args);
  const due = args.text("due");
  const author = args.text("author");
  return {
    ...(title === null ? {} : { title }),
    ...(body === null ? {} : { body: body === "-" ? await surroundings.readInput() : body }),
    ...(status === null ? {} : { status }),
    ...(priority === null ? {} : { priority }),
    ...(due === null ? {} : { due: due === "" ? null : due }),
    ...(author === null ? {} : { author }),
    ...(args.isGiven("tag") ? { tags: given(args, "tag") } : {}),
    ...(args.isGiven("addressee") ? { addressees: given(args, "addressee") } : {}),
    ...(args.isGiven("cite") ? { links: await readCitations(args, surroundings) } : {}),
  };
}

/** The status that was asked for; null where none was. */
export function readStatus(args: Arguments): NoteStatus | null {
  const status = args.text("status");
  if (status === null || isNoteStatus(status)) return status;
  throw new UsageError(`--status ${status}: expected one of ${Object.keys(NOTE_STATUSES).join(", ")}`);
}

function readPriority(args: Arguments): NotePriority | null {
  const priority = args.text("priority");
  if (priority === null || isNotePriority(priority)) return priority;
  throw new UsageError(`--priority ${priority}: expected one of ${Object.keys(NOTE_PRIORITIES).join(", ")}`);
}

function given(args: Arguments, option: string): string[] {
  return [...new Set(args.texts(option))].filter((text) => text !== "");
}

async function readCitations(args: Arguments, surroundings: Surroundings): Promise<NoteLink[]> {
  const library = libraryOf(args, surroundings);
  return await Promise.all(given(args, "cite").map((ref) => readCitation(library, ref)));
}

async function readCitation(library: DataLibrary, text: string): Promise<NoteLink> {
  const ref = parseRef(text);
  if (ref === null)
    throw new InputError(
      `--cite ${text}: expected a reference, such as emn-ahq-1055/response/3.4/BE or emn-ahq-1055/question/3.4`,
    );
  const dataset = await citedPackage(library, ref.packageId, text);
  const link = cite(dataset, text);
  if (link.digest === null) throw new InputError(`--cite ${text}: ${dataset.info.name} has nothing of that name`);
  return link;
}

async function citedPackage(library: DataLibrary, id: string, text: string): Promise<Dataset> {
  const { files } = await library.readFiles(id).catch((error: unknown) => {
    if (error instanceof ApiError) throw new InputError(`--cite ${text}: ${error.message}`, { cause: error });
    throw error;
  });
  const { dataset } = readPackage(files, hostGate);
  if (dataset === undefined) throw new InputError(`--cite ${text}: ${id} cannot be opened, as it has faults`);
  return dataset;
}
