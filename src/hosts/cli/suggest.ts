import { randomUUID } from "node:crypto";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { EMPTY_FIELDS, type Note } from "../../core/notebook/note.ts";
import { noteFromSuggestion, type Suggested, suggest } from "../../core/notebook/suggestions/suggest.ts";
import type { Suggestion } from "../../core/notebook/suggestions/suggestion.ts";
import { SUGGESTION_RULE_IDS } from "../../core/notebook/suggestions/suggestion-rules.ts";
import type { Service } from "../../service/service.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { withService } from "./with-service.ts";

const ACTIONS = ["accept", "dismiss", "bring-back"] as const;

/** `ahq suggest` */
export const suggestCommand: Command = {
  usage: "suggest [package] [--rule RULE] [--dismissed] [--accept ID | --dismiss ID | --bring-back ID]",
  summary: "what the data gives reason to ask next, and why",
  details: [
    "Each suggestion says what it rests on; one whose evidence a note cites already is left out.",
    "An id may be its beginning. --accept makes a note of it and prints the note's id.",
  ].join("\n"),
  options: {
    rule: { value: "RULE", help: `only those of one rule: ${SUGGESTION_RULE_IDS.join(", ")}` },
    dismissed: { help: "those that were dismissed" },
    accept: { value: "ID", isRepeatable: true, help: "make a note of it" },
    dismiss: { value: "ID", isRepeatable: true, help: "leave it out from now on" },
    "bring-back": { value: "ID", isRepeatable: true, help: "take it in again" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const rule = readRule(args);
    const dataset = await openPackage(args, surroundings);
    await withService(args, surroundings, async (service) => {
      const notes = (await service.listNotes({})).filter(({ deleted }) => deleted === null);
      const suggested = suggest(dataset, notes, await service.listDismissed({}));
      if (ACTIONS.some((action) => args.isGiven(action)))
        await act(args, surroundings, service, { dataset, suggested });
      else show(args, surroundings, suggested, rule);
    });
    return 0;
  },
};

function readRule(args: Arguments): string | null {
  const rule = args.text("rule");
  if (rule === null || SUGGESTION_RULE_IDS.some((known) => known === rule)) return rule;
  throw new UsageError(`--rule ${rule}: expected one of ${SUGGESTION_RULE_IDS.join(", ")}`);
}

function show(args: Arguments, { stdout, stderr }: Surroundings, suggested: Suggested, rule: string | null): void {
  const groups = suggested.groups.filter((group) => rule === null || group.rule === rule);
  const open = groups.flatMap(({ suggestions }) => suggestions);
  const dismissed = suggested.dismissed.filter((own) => rule === null || own.rule === rule);
  if (args.isGiven("json")) printJson(stdout, args.isGiven("dismissed") ? dismissed : open);
  else if (args.isGiven("dismissed")) writeSuggestions(stdout, dismissed);
  else {
    for (const { label, explanation, suggestions } of groups) {
      writeLine(stdout, `${label} (${suggestions.length}): ${explanation}\n`);
      writeSuggestions(stdout, suggestions);
    }
    writeLine(stderr, `${open.length} suggestions, ${dismissed.length} dismissed`);
  }
}

function writeSuggestions(stdout: Surroundings["stdout"], suggestions: readonly Suggestion[]): void {
  for (const { id, title, explanation, questions, respondents } of suggestions)
    writeLine(stdout, `${id}\n  ${title}\n  ${explanation}\n  ${questions.join(", ")}: ${respondents.join(" ")}\n`);
}

async function act(
  args: Arguments,
  surroundings: Surroundings,
  service: Service,
  { dataset, suggested }: { readonly dataset: Dataset; readonly suggested: Suggested },
): Promise<void> {
  const open = suggested.groups.flatMap(({ suggestions }) => suggestions);
  const named = (action: (typeof ACTIONS)[number], among: readonly Suggestion[]): readonly Suggestion[] =>
    args.texts(action).map((id) => suggestionNamed(action, id, among));
  const [accepted, dismissed, back] = [
    named("accept", open),
    named("dismiss", open),
    named("bring-back", suggested.dismissed),
  ];
  const notes: Note[] = [];
  for (const suggestion of accepted) {
    const fields = { ...EMPTY_FIELDS, ...noteFromSuggestion(dataset, suggestion) };
    const edit = { kind: "add", id: randomUUID(), at: surroundings.now().toISOString(), fields } as const;
    notes.push(await service.editNote({ edit }));
  }
  if (dismissed.length > 0) await service.dismissSuggestions({ ids: dismissed.map(({ id }) => id), isDismissed: true });
  if (back.length > 0) await service.dismissSuggestions({ ids: back.map(({ id }) => id), isDismissed: false });
  if (args.isGiven("json")) return printJson(surroundings.stdout, notes);
  for (const { id } of notes) writeLine(surroundings.stdout, id);
  for (const { id } of dismissed) writeLine(surroundings.stdout, `${id} dismissed`);
  for (const { id } of back) writeLine(surroundings.stdout, `${id} brought back`);
}

function suggestionNamed(action: string, given: string, among: readonly Suggestion[]): Suggestion {
  const found = among.filter(({ id }) => given !== "" && id.startsWith(given));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const problem = found.length === 0 ? "there is no such suggestion" : "this begins several suggestions";
  throw new InputError(`--${action} ${given}: ${problem}`);
}
