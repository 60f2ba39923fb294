import { randomUUID } from "node:crypto";
import { draftOfQuery } from "../../core/collection/query-of-draft.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { describeFault } from "../../core/dataset/fault.ts";
import { parseRef } from "../../core/dataset/ref.ts";
import { proposeDeadlines } from "../../core/notebook/deadline.ts";
import { remarkOnDraft } from "../../core/notebook/draft-remarks.ts";
import type { Note } from "../../core/notebook/note.ts";
import { withQuestionOfNote } from "../../core/notebook/question-of-note.ts";
import { EMPTY_DRAFT, type KeptDraft, numberQuestions, type WorkingDraft } from "../../core/notebook/working-draft.ts";
import { DRAFT_FORMAT_IDS, DRAFT_FORMATS, type DraftFormatId } from "../../formats/draft-formats.ts";
import { readPackage } from "../../formats/read-package.ts";
import { hostGate } from "../../service/host-gate.ts";
import type { Service } from "../../service/service.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { printJson } from "./print-json.ts";
import { readDraftFile } from "./read-draft-file.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";
import { withService } from "./with-service.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

type Action = (args: Arguments, surroundings: Surroundings, service: Service) => Promise<void>;

const ACTIONS: Readonly<Record<string, Action>> = {
  list: listDrafts,
  new: newDraft,
  show: showDraft,
  check: checkDraft,
  export: exportDraft,
};

/** `ahq draft` */
export const draftCommand: Command = {
  usage: `draft ${Object.keys(ACTIONS).join("|")} …`,
  summary: "the next query, from notes to what is sent out",
  details: [
    "  draft list                                    the drafts, latest change first",
    "  draft new [draft.json] [--title TEXT] [--note ID]…   a new draft, with a question for each note; prints its id",
    "  draft show [<id>]                             a draft with its questions numbered",
    "  draft check [<id>]                            what may be wrong with it, and why",
    "  draft export [<id>] --out FILE                Word, Markdown, JSON or the blank response workbook, by the file's ending",
    "<id> may be its beginning; left out, it is the draft that was changed last.",
  ].join("\n"),
  options: {
    title: { value: "TEXT", help: "what the query is on" },
    requester: { value: "NAME", isRepeatable: true, help: "who asks" },
    launched: {
      value: "DAY",
      help: "the day on which it goes out, as YYYY-MM-DD; three weeks are then proposed for answers",
    },
    note: { value: "ID", isRepeatable: true, help: "a note to make a question of" },
    format: { value: "FORMAT", help: `one of ${DRAFT_FORMAT_IDS.join(", ")}; else by the ending of --out` },
    out: { value: "FILE", help: "where to; - is stdout" },
    force: { help: "replace a file that is there" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 2],
  run: async (args, surroundings) => {
    const [name = ""] = args.positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw new UsageError(`draft ${name}: expected ${Object.keys(ACTIONS).join(", ")}`);
    await withService(args, surroundings, (service) => action(args, surroundings, service));
    return 0;
  },
};

async function listDrafts(args: Arguments, { stdout }: Surroundings, service: Service): Promise<void> {
  const drafts = await activeDrafts(service);
  if (args.isGiven("json")) return printJson(stdout, drafts);
  const rows = drafts.map(({ id, changed, draft }) => {
    return [id.slice(0, 8), draft.title, String(draft.questions.length), draft.deadline, changed.slice(0, 10)];
  });
  writeTable(
    stdout,
    ["Id", "Title", "Questions", "Reply by", "Changed"].map((header) => ({ header })),
    rows,
  );
}

async function newDraft(args: Arguments, surroundings: Surroundings, service: Service): Promise<void> {
  const [, path = null] = args.positionals;
  const begun = path === null ? EMPTY_DRAFT : draftOfQuery(await readDraftFile(path));
  const launched = args.text("launched") ?? begun.launched;
  if (launched !== "" && Number.isNaN(Date.parse(launched)))
    throw new UsageError(`--launched ${launched}: expected a day as YYYY-MM-DD`);
  const filled: WorkingDraft = {
    ...begun,
    title: args.text("title") ?? begun.title,
    requesters: args.isGiven("requester") ? [...args.texts("requester")] : begun.requesters,
    launched,
    deadline: begun.deadline === "" && launched !== "" ? proposeDeadlines(launched).proposed : begun.deadline,
  };
  const notes = await service.listNotes({});
  const chosen = args.texts("note").map((id) => noteNamed(id, notes));
  const datasets = await datasetsBehind(service, chosen);
  const draft = chosen.reduce((before, note) => withQuestionOfNote(before, note, randomUUID(), datasets), filled);
  const kept = await service.keepDraft({ id: randomUUID(), basedOn: 0, draft, isDeleted: false });
  if (args.isGiven("json")) printJson(surroundings.stdout, kept);
  else writeLine(surroundings.stdout, kept.id);
}

async function showDraft(args: Arguments, { stdout }: Surroundings, service: Service): Promise<void> {
  const kept = await draftNamed(args, service);
  if (args.isGiven("json")) return printJson(stdout, kept);
  const { bytes } = await DRAFT_FORMATS.md.write(kept.draft);
  writeLine(stdout, new TextDecoder().decode(bytes).trimEnd());
}

async function checkDraft(args: Arguments, { stdout, stderr }: Surroundings, service: Service): Promise<void> {
  const { draft } = await draftNamed(args, service);
  const remarks = remarkOnDraft(draft, await everyDataset(service));
  if (args.isGiven("json")) return printJson(stdout, remarks);
  for (const { found, why } of remarks) writeLine(stdout, `${found}\n  ${why}`);
  writeLine(stderr, `${numberQuestions(draft).length} questions, ${remarks.length} remarks`);
}

async function exportDraft(args: Arguments, surroundings: Surroundings, service: Service): Promise<void> {
  const out = args.text("out") ?? "-";
  const id = readFormat(args, out);
  if (out !== "-") checkFileName(out, id, [id]);
  const format = DRAFT_FORMATS[id];
  const { draft } = await draftNamed(args, service);
  const { bytes, faults } = await format.write(draft);
  if (bytes === undefined)
    throw new InputError(
      ["the draft is not complete:", ...faults.map((fault) => `  ${describeFault(fault)}`)].join("\n"),
    );
  if (out !== "-") {
    await writeOutputFile(out, bytes, args.isGiven("force"));
    return writeLine(surroundings.stderr, `${out} written`);
  }
  if (format.isBinary && surroundings.stdout.isTerminal)
    throw new UsageError("--out is missing: this is nothing for a terminal");
  surroundings.stdout.write(bytes);
}

function readFormat(args: Arguments, out: string): DraftFormatId {
  const given = args.text("format") ?? out.split(".").at(-1)?.toLowerCase() ?? "";
  const format = DRAFT_FORMAT_IDS.find((known) => known === (given === "-" ? "md" : given));
  if (format === undefined) throw new UsageError(`--format ${given}: expected one of ${DRAFT_FORMAT_IDS.join(", ")}`);
  return format;
}

async function activeDrafts(service: Service): Promise<readonly KeptDraft[]> {
  return (await service.listDrafts({})).filter(({ deleted }) => deleted === null);
}

async function draftNamed(args: Arguments, service: Service): Promise<KeptDraft> {
  const drafts = await activeDrafts(service);
  const given = args.positionals[1]?.toLowerCase() ?? "";
  const [first, ...others] = drafts.filter(({ id }) => id.startsWith(given));
  if (first === undefined) throw new InputError(given === "" ? "there is no draft yet" : `there is no draft ${given}`);
  if (given !== "" && others.length > 0) throw new InputError(`${given} begins several drafts`);
  return first;
}

function noteNamed(given: string, notes: readonly Note[]): Note {
  const [note, ...others] = notes.filter(
    ({ id, deleted }) => deleted === null && given !== "" && id.startsWith(given.toLowerCase()),
  );
  if (note === undefined || others.length > 0)
    throw new InputError(`--note ${given}: expected the beginning of one note's id`);
  return note;
}

async function datasetsBehind(service: Service, notes: readonly Note[]): Promise<readonly Dataset[]> {
  const ids = notes.flatMap(({ links }) => links.flatMap(({ ref }) => parseRef(ref)?.packageId ?? []));
  return (await everyDataset(service)).filter(({ info }) => ids.includes(info.name));
}

// What cannot be opened has asked nothing that could be compared.
async function everyDataset(service: Service): Promise<readonly Dataset[]> {
  const sound = (await service.listPackages({})).filter(({ faults }) => faults.length === 0);
  const files = await Promise.all(sound.map(({ id }) => service.readPackageFiles({ id })));
  return files.flatMap((own) => readPackage(own.files, hostGate).dataset ?? []);
}
