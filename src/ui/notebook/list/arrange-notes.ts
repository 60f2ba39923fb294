import { parseRef } from "../../../core/dataset/ref.ts";
import {
  NOTE_PRIORITIES,
  NOTE_STATUSES,
  type Note,
  type NotePriority,
  type NoteStatus,
} from "../../../core/notebook/note.ts";

/** By what notes are grouped. The one table of names. */
export const NOTE_GROUPS = {
  none: "Not grouped",
  status: "By status",
  question: "By question",
  state: "By state",
  tag: "By tag",
} as const;

/** By what notes are sorted. The one table of names. */
export const NOTE_ORDERS = {
  changed: "Latest change",
  created: "Latest written",
  due: "Due first",
  priority: "Priority",
  title: "Title",
} as const;

/** What is due, against today. The one table of names. */
export const DUE_CHOICES = { overdue: "Overdue", week: "Within a week", dated: "Has a day", none: "No day" } as const;

export type NoteGroup = keyof typeof NOTE_GROUPS;
export type NoteOrder = keyof typeof NOTE_ORDERS;
export type DueChoice = keyof typeof DUE_CHOICES;

/** Which notes the list shows; null where all are. */
export interface NoteFilter {
  readonly status: NoteStatus | null;
  readonly priority: NotePriority | null;
  readonly tag: string | null;
  readonly state: string | null;
  readonly question: string | null;
  readonly due: DueChoice | null;
}

export const EMPTY_NOTE_FILTER: NoteFilter = {
  status: null,
  priority: null,
  tag: null,
  state: null,
  question: null,
  due: null,
};

export interface NotesOfGroup {
  readonly key: string;
  readonly label: string;
  readonly notes: readonly Note[];
}

/** The notes that a filter lets through, `today` as YYYY-MM-DD. */
export function filterNotes(notes: readonly Note[], filter: NoteFilter, today: string): readonly Note[] {
  const { status, priority, tag, state, question, due } = filter;
  return notes.filter(
    (note) =>
      (status === null || note.status === status) &&
      (priority === null || note.priority === priority) &&
      (tag === null || note.tags.includes(tag)) &&
      (state === null || statesOf(note).includes(state)) &&
      (question === null || questionsOf(note).includes(question)) &&
      (due === null || isDue(note.due, due, today)),
  );
}

/** Whether what is due on a day still waits though the day is over. */
export function isOverdue({ due, status }: Pick<Note, "due" | "status">, today: string): boolean {
  return due !== null && due < today && status !== "answered" && status !== "dropped";
}

/** The notes in an order; notes that it does not tell apart stay as they were. */
export function sortNotes(notes: readonly Note[], order: NoteOrder): readonly Note[] {
  return [...notes].sort(COMPARISONS[order]);
}

/** The notes in groups, each where it belongs and so perhaps in several; what belongs nowhere comes last. */
export function groupNotes(notes: readonly Note[], group: NoteGroup): readonly NotesOfGroup[] {
  if (group === "none") return [{ key: "", label: "", notes }];
  const byKey = new Map<string, Note[]>();
  for (const note of notes)
    for (const key of KEYS[group](note)) {
      const own = byKey.get(key);
      if (own === undefined) byKey.set(key, [note]);
      else own.push(note);
    }
  return [...byKey]
    .sort(([a], [b]) => Number(a === "") - Number(b === "") || orderOf(group, a, b))
    .map(([key, own]) => ({ key, label: labelOf(group, key), notes: own }));
}

/** The states that a note asks or is about. */
export function statesOf({ addressees, links }: Pick<Note, "addressees" | "links">): readonly string[] {
  const { states } = placesIn(links);
  return states.every((state) => addressees.includes(state)) ? addressees : [...new Set([...addressees, ...states])];
}

/** The questions that a note is about. */
export function questionsOf({ links }: Pick<Note, "links">): readonly string[] {
  return placesIn(links).questions;
}

interface CitedPlaces {
  readonly states: readonly string[];
  readonly questions: readonly string[];
}

// Filters, groups and counts ask this of ten thousand notes again and again: a link is parsed once.
const PLACES = new WeakMap<Note["links"], CitedPlaces>();

function placesIn(links: Note["links"]): CitedPlaces {
  const known = PLACES.get(links);
  if (known !== undefined) return known;
  const refs = links.flatMap(({ ref }) => parseRef(ref) ?? []);
  const states = refs.flatMap((ref) =>
    ref.kind === "response" ? [ref.respondent] : ref.kind === "respondent" ? [ref.id] : [],
  );
  const questions = refs.flatMap((ref) =>
    ref.kind === "response" ? [ref.question] : ref.kind === "question" ? [ref.id] : [],
  );
  const places = { states: [...new Set(states)], questions: [...new Set(questions)] };
  PLACES.set(links, places);
  return places;
}

const KEYS: Readonly<Record<Exclude<NoteGroup, "none">, (note: Note) => readonly string[]>> = {
  status: ({ status }) => [status],
  question: (note) => orNone(questionsOf(note)),
  state: (note) => orNone(statesOf(note)),
  tag: ({ tags }) => orNone(tags),
};

function orNone(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [""] : keys;
}

const STATUS_ORDER = Object.keys(NOTE_STATUSES);
const PRIORITY_ORDER = Object.keys(NOTE_PRIORITIES);
const COLLATOR = new Intl.Collator("en", { numeric: true });

function orderOf(group: NoteGroup, a: string, b: string): number {
  return group === "status" ? STATUS_ORDER.indexOf(a) - STATUS_ORDER.indexOf(b) : COLLATOR.compare(a, b);
}

function labelOf(group: NoteGroup, key: string): string {
  if (group === "status") return Object.entries(NOTE_STATUSES).find(([status]) => status === key)?.[1] ?? key;
  if (key !== "") return key;
  return group === "tag" ? "No tag" : group === "state" ? "No state" : "No question";
}

const LAST_DAY = "9999-99-99";

const COMPARISONS: Readonly<Record<NoteOrder, (a: Note, b: Note) => number>> = {
  changed: (a, b) => descending(a.changed, b.changed),
  created: (a, b) => descending(a.created, b.created),
  due: (a, b) => -descending(a.due ?? LAST_DAY, b.due ?? LAST_DAY),
  priority: (a, b) => PRIORITY_ORDER.indexOf(b.priority) - PRIORITY_ORDER.indexOf(a.priority),
  title: (a, b) => COLLATOR.compare(a.title, b.title),
};

function descending(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

function isDue(due: string | null, choice: DueChoice, today: string): boolean {
  if (due === null) return choice === "none";
  switch (choice) {
    case "overdue":
      return due < today;
    case "week":
      return due >= today && Date.parse(due) - Date.parse(today) <= 7 * 86_400_000;
    case "dated":
      return true;
    case "none":
      return false;
  }
}
