import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { CONTRACT, type MethodInput } from "../../api/contract.ts";
import { schemaFaults } from "../../core/dataset/schema-faults.ts";
import { EMPTY_FIELDS, type Note } from "../../core/notebook/note.ts";
import { activeNotes } from "../../core/notebook/notebook.ts";
import { readSharedNotebook } from "../../core/notebook/shared-notebook.ts";
import type { Service } from "../../service/service.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command, ExitCode } from "./command.ts";
import { NOTE_OPTIONS, readNoteFields, readStatus } from "./note-arguments.ts";
import { printJson } from "./print-json.ts";
import { writeHistory, writeNote, writeNotes } from "./print-note.ts";
import { readJsonFile, refusedFile } from "./read-draft-file.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

interface Action {
  /** How many notes, or files, it names. */
  readonly ids: 0 | 1 | "any";
  readonly options: readonly string[];
  readonly run: (args: Arguments, surroundings: Surroundings) => Promise<void>;
}

const FIELD_NAMES = Object.keys(NOTE_OPTIONS);

const ACTIONS: Readonly<Record<string, Action>> = {
  list: { ids: 0, options: ["status", "deleted"], run: listNotes },
  show: { ids: 1, options: [], run: showNote },
  add: { ids: 0, options: FIELD_NAMES, run: addNote },
  edit: { ids: 1, options: FIELD_NAMES, run: editNote },
  delete: { ids: 1, options: [], run: (args, surroundings) => moveNote(args, surroundings, "delete") },
  restore: { ids: 1, options: ["version"], run: restoreNote },
  history: { ids: 1, options: [], run: showHistory },
  export: { ids: "any", options: ["out", "force"], run: exportNotes },
  merge: { ids: 1, options: [], run: mergeNotes },
};

const OWN_OPTIONS = [...FIELD_NAMES, "deleted", "version", "out", "force"];

/** `ahq notes` */
export const notesCommand: Command = {
  usage: `notes ${Object.keys(ACTIONS).join("|")} …`,
  summary: "the same notebook as on screen",
  details: [
    "  notes list [--status STATUS] [--deleted]   the notes, latest change first",
    "  notes show <id>                            one note whole",
    "  notes add --title TEXT [options]           a new note; prints its id",
    "  notes edit <id> [options]                  what is given takes the place of what was there",
    "  notes delete <id>                          puts a note in the trash",
    "  notes restore <id>                         takes it out again",
    "  notes history <id>                         who changed what, and when",
    "  notes restore <id> --version VERSION       writes again what stood there in a version of its history",
    "  notes export [<id> …] --out FILE           notes with their history, for a colleague; all where none is named",
    "  notes merge FILE                           takes in what a colleague's notes have that these lack",
    "<id> may be its beginning, as long as no other note begins so.",
  ].join("\n"),
  options: {
    ...NOTE_OPTIONS,
    deleted: { help: "the notes in the trash" },
    version: { value: "VERSION", help: "the beginning of a version, as notes history prints it" },
    out: { value: "FILE", help: "where to; stdout where it is left out" },
    force: { help: "replace a file that is there" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1000],
  run: async (args, surroundings): Promise<ExitCode> => {
    const [name = "", ...ids] = args.positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw new UsageError(`notes ${name}: expected ${Object.keys(ACTIONS).join(", ")}`);
    if (action.ids !== "any" && ids.length !== action.ids) throw new UsageError(wrongIds(name, action.ids));
    const foreign = OWN_OPTIONS.find((option) => args.isGiven(option) && !action.options.includes(option));
    if (foreign !== undefined) throw new UsageError(`notes ${name} does not take --${foreign}`);
    await action.run(args, surroundings);
    return 0;
  },
};

function wrongIds(name: string, expected: 0 | 1): string {
  if (expected === 0) return `notes ${name} takes no id`;
  return name === "merge" ? "notes merge needs one file" : `notes ${name} needs the id of a note`;
}

async function listNotes(args: Arguments, surroundings: Surroundings): Promise<void> {
  const status = readStatus(args);
  const notebook = await withService(args, surroundings, (service) => service.listNotes({}));
  const kept = args.isGiven("deleted") ? notebook.filter(({ deleted }) => deleted !== null) : active(notebook);
  const notes = kept.filter((note) => status === null || note.status === status);
  if (args.isGiven("json")) printJson(surroundings.stdout, notes);
  else writeNotes(surroundings.stdout, notes, notebook);
}

async function showNote(args: Arguments, surroundings: Surroundings): Promise<void> {
  const note = noteOf(args, await withService(args, surroundings, (service) => service.listNotes({})));
  if (args.isGiven("json")) printJson(surroundings.stdout, note);
  else writeNote(surroundings.stdout, note);
}

async function addNote(args: Arguments, surroundings: Surroundings): Promise<void> {
  const { title, ...fields } = await readNoteFields(args, surroundings);
  if (title === undefined) throw new UsageError("notes add needs --title");
  const edit = {
    kind: "add",
    ...stamp(randomUUID(), surroundings),
    fields: { ...EMPTY_FIELDS, ...fields, title },
  } as const;
  const note = await withService(args, surroundings, (service) => store(service, edit));
  report(args, surroundings, note, note.id);
}

async function editNote(args: Arguments, surroundings: Surroundings): Promise<void> {
  const fields = await readNoteFields(args, surroundings);
  if (Object.keys(fields).length === 0) throw new UsageError(`notes edit needs one of --${FIELD_NAMES.join(", --")}`);
  const note = await withService(args, surroundings, async (service) => {
    const { id, revision } = noteOf(args, await service.listNotes({}));
    return await store(service, { kind: "change", ...stamp(id, surroundings), basedOn: revision, fields });
  });
  report(args, surroundings, note, `${note.id} changed, revision ${note.revision}`);
}

async function moveNote(args: Arguments, surroundings: Surroundings, kind: "delete" | "restore"): Promise<void> {
  const note = await withService(args, surroundings, async (service) => {
    const { id, revision, deleted } = noteOf(args, await service.listNotes({}));
    const isThere = (deleted !== null) === (kind === "delete");
    if (isThere)
      throw new InputError(`note ${id} is ${deleted === null ? "not in the trash" : "in the trash already"}`);
    return await store(service, { kind, ...stamp(id, surroundings), basedOn: revision });
  });
  report(args, surroundings, note, `${note.id} ${kind}d`);
}

async function restoreNote(args: Arguments, surroundings: Surroundings): Promise<void> {
  const wanted = args.text("version");
  if (wanted === null) return await moveNote(args, surroundings, "restore");
  const note = await withService(args, surroundings, async (service) => {
    const { id, revision } = noteOf(args, await service.listNotes({}));
    const versions = await service.noteHistory({ id });
    const [found, ...others] = versions.filter(({ version }) => version.startsWith(wanted.toLowerCase()));
    if (found === undefined || wanted === "" || others.length > 0)
      throw new InputError(`--version ${wanted}: expected the beginning of one version of note ${id}`);
    return await store(service, {
      kind: "change",
      ...stamp(id, surroundings),
      basedOn: revision,
      fields: found.fields,
    });
  });
  report(args, surroundings, note, `${note.id} restored, revision ${note.revision}`);
}

async function showHistory(args: Arguments, surroundings: Surroundings): Promise<void> {
  const versions = await withService(args, surroundings, async (service) => {
    return await service.noteHistory({ id: noteOf(args, await service.listNotes({})).id });
  });
  if (args.isGiven("json")) printJson(surroundings.stdout, versions);
  else writeHistory(surroundings.stdout, versions);
}

async function exportNotes(args: Arguments, surroundings: Surroundings): Promise<void> {
  const [, ...given] = args.positionals;
  const out = args.text("out");
  if (out !== null) checkFileName(out, "a notebook", ["json"]);
  const shared = await withService(args, surroundings, async (service) => {
    const notes = await service.listNotes({});
    return await service.exportNotes(given.length === 0 ? {} : { ids: given.map((id) => noteNamed(id, notes).id) });
  });
  if (out === null) return printJson(surroundings.stdout, shared);
  await writeOutputFile(out, new TextEncoder().encode(`${JSON.stringify(shared)}\n`), args.isGiven("force"));
  writeLine(surroundings.stderr, `${out} written, notes: ${shared.notes.length}`);
}

async function mergeNotes(args: Arguments, surroundings: Surroundings): Promise<void> {
  const path = args.positionals[1] ?? "";
  const { shared, faults } = readSharedNotebook(basename(path), await readJsonFile(path));
  if (shared === undefined) throw refusedFile(path, faults);
  const done = await withService(args, surroundings, (service) => service.mergeNotes({ file: shared }));
  if (args.isGiven("json")) return printJson(surroundings.stdout, done);
  const { added, changed, contested, unchanged } = done;
  writeLine(surroundings.stdout, `${added.length} added, ${changed.length} changed, ${unchanged} with nothing new`);
  for (const id of contested) writeLine(surroundings.stdout, `two values side by side: ahq notes show ${id}`);
}

/** Stores an edit after the contract's own check of it. */
async function store(service: Service, edit: MethodInput<"editNote">["edit"]): Promise<Note> {
  const checked = CONTRACT.editNote.input.safeParse({ edit });
  if (checked.success) return await service.editNote(checked.data);
  const faults = schemaFaults("", { edit }, checked.error.issues);
  const said = faults.map(
    ({ column, found, expected }) => `--${column.split(".")[2] ?? column} ${found}: expected ${expected}`,
  );
  throw new InputError(`the note cannot be stored: ${said.join("; ")}`);
}

function noteOf(args: Arguments, notebook: readonly Note[]): Note {
  return noteNamed(args.positionals[1] ?? "", notebook);
}

function noteNamed(beginning: string, notebook: readonly Note[]): Note {
  const given = beginning.toLowerCase();
  const found = notebook.filter(({ id }) => id.startsWith(given));
  const [note] = found;
  if (note === undefined || given === "") throw new InputError(`there is no note ${given}`);
  if (found.length > 1) throw new InputError(`${given} begins several notes: ${found.map(({ id }) => id).join(", ")}`);
  return note;
}

function active(notebook: readonly Note[]): readonly Note[] {
  return activeNotes({ notes: Object.fromEntries(notebook.map((note) => [note.id, note])) });
}

function stamp(id: string, { now }: Surroundings): { readonly id: string; readonly at: string } {
  return { id, at: now().toISOString() };
}

function report(args: Arguments, { stdout }: Surroundings, note: Note, words: string): void {
  if (args.isGiven("json")) printJson(stdout, note);
  else writeLine(stdout, words);
}
