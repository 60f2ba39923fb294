import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { digestOf, parseRef, type Ref } from "../dataset/ref.ts";
import { sha256 } from "../dataset/sha256.ts";
import { describeFilter } from "../query/describe-filter.ts";
import { filterOfRef, refOfFilter, statesPassing } from "./cited-filter.ts";
import type { Note, NoteLink } from "./note.ts";

/** How a note's link stands to the package that is open. */
export type CitationState = "current" | "changed" | "gone" | "other-package" | "view";

const VIEW = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a link leads to a saved view, which is named by a UUID. */
export function isViewLink({ ref }: Pick<NoteLink, "ref">): boolean {
  return VIEW.test(ref);
}

/** A link that cites what a Ref names, as it is now. A filter is cited in its one form, by which its mark finds it. */
export function cite(dataset: Dataset, ref: string): NoteLink {
  const parsed = parseRef(ref);
  const filter = parsed?.kind === "filter" ? filterOfRef(dataset, parsed) : null;
  const own = filter === null ? ref : refOfFilter(dataset, filter);
  const cited = parseRef(own);
  return { ref: own, digest: cited === null ? null : citedDigest(dataset, cited) };
}

/** The digest of what is cited, or null where this dataset does not have it: a filter stands for the states that pass it, so that a citation of it is stale when others do. */
export function citedDigest(dataset: Dataset, ref: Ref): string | null {
  if (ref.kind !== "filter") return digestOf(dataset, ref);
  const filter = filterOfRef(dataset, ref);
  return filter === null ? null : sha256(JSON.stringify(statesPassing(dataset, filter))).slice(0, 16);
}

/** Whether what a link cites is still what it was: changed when the digest differs, gone when the package no longer has it. */
export function citationState(dataset: Dataset, link: NoteLink): CitationState {
  if (isViewLink(link)) return "view";
  const ref = parseRef(link.ref);
  if (ref === null) return "gone";
  if (ref.packageId !== dataset.info.name) return "other-package";
  const digest = citedDigest(dataset, ref);
  if (digest === null) return "gone";
  return digest === link.digest ? "current" : "changed";
}

/** A citation in few words: "3.4 BE", "Partners: Facebook", "question 3.4". The Ref itself where the open package lacks it. */
export function citationLabel(dataset: Dataset, link: NoteLink): string {
  if (isViewLink(link)) return "a saved view";
  const ref = parseRef(link.ref);
  return ref === null || citedDigest(dataset, ref) === null ? link.ref : labelOf(dataset, ref);
}

/** Finds the notes that cite a Ref, or each of several with a space between them, in their order. What is cited where is gathered with the first question. */
export function citingNotes(notes: readonly Note[]): (refs: string) => readonly Note[] {
  const byRef = new Map<string, Note[]>();
  let isGathered = false;
  return (refs) => {
    if (!isGathered) for (const note of notes) for (const link of note.links) pushTo(byRef, link.ref, note);
    isGathered = true;
    return refs.includes(" ") ? citingEach(byRef, refs.split(" ")) : (byRef.get(refs) ?? []);
  };
}

// Of the Ref that is cited least, the notes that cite the others too.
function citingEach(byRef: ReadonlyMap<string, readonly Note[]>, refs: readonly string[]): readonly Note[] {
  const lists = refs.map((ref) => byRef.get(ref) ?? []);
  const fewest = lists.reduce((least, own) => (own.length < least.length ? own : least));
  return fewest.filter(({ links }) => refs.every((ref) => links.some((link) => link.ref === ref)));
}

function pushTo(byRef: Map<string, Note[]>, ref: string, note: Note): void {
  const own = byRef.get(ref);
  if (own === undefined) byRef.set(ref, [note]);
  // What a note cites twice it cites.
  else if (own.at(-1) !== note) own.push(note);
}

function labelOf(dataset: Dataset, ref: Ref): string {
  const index = indexOf(dataset);
  switch (ref.kind) {
    case "package":
      return dataset.info.title;
    case "response":
      return `${ref.question} ${ref.respondent}`;
    case "code":
      return `${index.variable(ref.variable).label}: ${index.code(ref.variable, ref.code).label}`;
    case "filter": {
      const filter = filterOfRef(dataset, ref);
      return filter === null ? ref.filter : describeFilter(dataset, filter, "states");
    }
    case "question":
      return `${ref.id} ${index.question(ref.id).label}`;
    case "respondent":
      return index.respondent(ref.id).name;
    case "variable":
      return index.variable(ref.id).label;
    default:
      return `${ref.kind} ${ref.id}`;
  }
}
