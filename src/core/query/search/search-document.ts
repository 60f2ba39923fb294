/** What can be found, with the words that name a group of hits. */
export const SEARCH_KINDS = {
  response: "Responses",
  question: "Questions",
  variable: "Variables",
  code: "Codes",
  respondent: "States",
  finding: "Findings",
  note: "Notes",
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

/** The fields of documents: the words they are shown by, and how much more than running text a hit in them weighs. */
export const SEARCH_FIELDS = {
  label: { label: "Label", weight: 3 },
  title: { label: "Title", weight: 3 },
  tags: { label: "Tags", weight: 2 },
  summary: { label: "Summary", weight: 1 },
  example: { label: "Example", weight: 1 },
  text: { label: "Text", weight: 1 },
  wording: { label: "Wording", weight: 1 },
  definition: { label: "Definition", weight: 0.7 },
  codes: { label: "Codes", weight: 0.7 },
  respondent: { label: "State", weight: 0.7 },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly weight: number }>>;

export type SearchField = keyof typeof SEARCH_FIELDS;

/** A text of a document. */
export interface FieldText {
  readonly field: SearchField;
  readonly text: string;
}

/** Something that can be found: what it is, what it is cited by, and its texts. */
export interface SearchDocument {
  readonly kind: SearchKind;
  /** A Ref in its textual form, or a note's id. */
  readonly ref: string;
  readonly texts: readonly FieldText[];
}

/** Documents that are made when they are looked at, so that a quarter of a million of them need not be kept beside the tables they come from. */
export interface SearchDocuments {
  readonly count: number;
  at(position: number): SearchDocument;
  kindAt(position: number): SearchKind;
}
