import type { Screen } from "../../shared/screens.ts";

/** A stop of the tour: what it points at, on which screen, and what it says. */
export interface TourStep {
  readonly screen: Screen;
  /** The first thing that this selects is pointed at. */
  readonly target: string;
  readonly side: "right" | "bottom" | "left";
  readonly title: string;
  readonly text: string;
}

/** The tour, in its order: two minutes through what every screen is for. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    screen: "overview",
    target: 'nav[aria-label="Screens"]',
    side: "right",
    title: "Five screens",
    text: "Look at every answer, narrow down, compare, ask on, and check the sources. The keys are Ctrl+1 to Ctrl+5, on a Mac with ⌘.",
  },
  {
    screen: "overview",
    target: '#screen [data-cell="0:0"]',
    side: "right",
    title: "Every answer at a glance",
    text: "States down, questions across. A click or Enter opens a response with its codes and its place in the source. A hatched cell with ? is no information: never a “no”.",
  },
  {
    screen: "overview",
    target: "#filter-input",
    side: "bottom",
    title: "Search and filter",
    text: "Press / and type. Words are found everywhere; monitoring:yes keeps the states that monitor the internet. The filter then stands below as a sentence, each part to be taken away.",
  },
  {
    screen: "explore",
    target: "#screen fieldset",
    side: "right",
    title: "Or filter by clicking",
    text: "Every value has its count, zeros included. A click includes it, the minus excludes it. What is left is read as cards, table or pictures, and goes on to Compare.",
  },
  {
    screen: "compare",
    target: '#screen [role="radiogroup"]',
    side: "bottom",
    title: "Side by side",
    text: "States and groups as columns, with their differences marked and said in sentences. Beside it: how alike states are, cross-tables, truth tables, and answers in tension.",
  },
  {
    screen: "notebook",
    target: '#screen [role="tablist"]',
    side: "bottom",
    title: "What to ask next",
    text: "Questions tied to what they are about, suggestions from the data, and the draft of the next query, with the workbook that states fill in.",
  },
  {
    screen: "overview",
    target: 'nav[aria-label="Screens"] button[title^="Guide"]',
    side: "right",
    title: "Help is near",
    text: "F1 opens the guide at the page about the screen you are on, ? lists the keys, and Ctrl+K finds anything by name, this tour too. What you see is exported with Ctrl+E.",
  },
];
