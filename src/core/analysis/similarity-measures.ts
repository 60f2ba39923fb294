/** How alike two states are: which of their answers and codes count, and how. */
export interface SimilarityMeasure {
  readonly label: string;
  /** What a figure means, in one sentence for an analyst. */
  readonly meaning: string;
  /** Who described it. */
  readonly source: string;
  readonly countsAnswers: boolean;
  /** Whether a code that neither state names makes them alike. */
  readonly countsJointAbsence: boolean;
}

/** The measures to choose from; each is the weighted share of what counts on which two states agree. */
export const SIMILARITY_MEASURES = {
  gower: {
    label: "Gower",
    meaning:
      "Of the answers that can be compared and the codes that at least one of the two names, the share on which they agree; what neither names does not count.",
    source:
      "Gower, J. C. (1971). A general coefficient of similarity and some of its properties. Biometrics 27, 857–871.",
    countsAnswers: true,
    countsJointAbsence: false,
  },
  "simple-matching": {
    label: "Simple matching",
    meaning:
      "Of all answers and codes that can be compared, the share on which they agree; a code that neither names counts as agreement.",
    source:
      "Sokal, R. R. and Michener, C. D. (1958). A statistical method for evaluating systematic relationships. University of Kansas Science Bulletin 38, 1409–1438.",
    countsAnswers: true,
    countsJointAbsence: true,
  },
  jaccard: {
    label: "Jaccard on codes",
    meaning:
      "Of the codes that at least one of the two names and that can be compared, the share that both name; answers do not count.",
    source:
      "Jaccard, P. (1901). Étude comparative de la distribution florale dans une portion des Alpes et du Jura. Bulletin de la Société Vaudoise des Sciences Naturelles 37, 547–579.",
    countsAnswers: false,
    countsJointAbsence: false,
  },
} as const satisfies Record<string, SimilarityMeasure>;

export type SimilarityMeasureId = keyof typeof SIMILARITY_MEASURES;

/** Every measure's id, the default first. */
export const SIMILARITY_MEASURE_IDS = Object.keys(SIMILARITY_MEASURES) as readonly SimilarityMeasureId[];
