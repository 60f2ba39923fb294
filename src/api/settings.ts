import { z } from "zod";
import { FACET_ORDERS, type FacetOrder } from "../core/query/facet-order.ts";
import { LONGEST_ADDRESS } from "./paths.ts";

const FACET_ORDER_NAMES = Object.keys(FACET_ORDERS) as [FacetOrder, ...FacetOrder[]];

export const MOST_RECENT_PACKAGES = 10;
export const MOST_RECENT_CHOICES = 20;

const bounds = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
});

const exportChoice = z.strictObject({
  /** The id of a format; one that this version does not know is passed over. */
  format: z.string().max(40).optional(),
  options: z
    .strictObject({
      separator: z.enum([",", ";", "\t"]),
      hasBom: z.boolean(),
      orientation: z.enum(["auto", "portrait", "landscape"]),
    })
    .optional(),
  withMetadata: z.boolean().optional(),
});

const tableLayout = z.strictObject({
  /** The columns that are shown, in the table's order; one that this version does not know is passed over. Null for those shown at first. */
  columns: z.array(z.string().max(40)).max(40).nullable(),
  /** Pixels, for the columns that were given a width. */
  widths: z.record(z.string().max(40), z.int().min(40).max(2000)),
  lines: z.enum(["one", "three"]),
  sort: z.strictObject({ by: z.string().max(40), isDescending: z.boolean() }).nullable(),
});

/** What the workbench remembers beside the notebook: how it looks and where it was left. */
export const settingsSchema = z.strictObject({
  colorScheme: z.enum(["auto", "light", "dark"]).default("auto"),
  density: z.enum(["normal", "compact"]).default("normal"),
  /** The analyst's name, said with each change of the notebook; empty where it is nobody's business. */
  author: z.string().trim().max(200).default(""),
  activePackage: z.string().max(200).nullable().default(null),
  /** The page's address (screen, filter, comparison) when it was last used, for each package. */
  lastAddress: z.record(z.string().max(200), z.string().max(LONGEST_ADDRESS)).default({}),
  windowBounds: bounds.nullable().default(null),
  /** Packages by id, the one that was opened last first. */
  recentPackages: z.array(z.string().max(200)).max(MOST_RECENT_PACKAGES).default([]),
  /** What was chosen in the palette, the latest first. */
  recentChoices: z.array(z.string().max(600)).max(MOST_RECENT_CHOICES).default([]),
  /** The form of file that was exported last. */
  exportChoice: exportChoice.default({}),
  /** The facets that are folded, for each package, and the order in which all of them list their values. */
  foldedFacets: z.record(z.string().max(200), z.array(z.string().max(200)).max(2000)).default({}),
  facetOrder: z.enum(FACET_ORDER_NAMES).default("codebook"),
  /** What results are shown as, what has a card of its own, and the table of responses. */
  resultForm: z.enum(["cards", "table", "pictures"]).default("cards"),
  cardsBy: z.enum(["state", "question"]).default("state"),
  responseTable: tableLayout.default({ columns: null, widths: {}, lines: "one", sort: null }),
  /** Whether the tour was taken or declined: it is offered once. */
  knowsTour: z.boolean().default(false),
});

export const settingsChangeSchema = z.strictObject({
  colorScheme: settingsSchema.shape.colorScheme.unwrap().optional(),
  density: settingsSchema.shape.density.unwrap().optional(),
  author: settingsSchema.shape.author.unwrap().optional(),
  activePackage: settingsSchema.shape.activePackage.unwrap().optional(),
  lastAddress: settingsSchema.shape.lastAddress.unwrap().optional(),
  windowBounds: settingsSchema.shape.windowBounds.unwrap().optional(),
  recentChoices: settingsSchema.shape.recentChoices.unwrap().optional(),
  exportChoice: settingsSchema.shape.exportChoice.unwrap().optional(),
  foldedFacets: settingsSchema.shape.foldedFacets.unwrap().optional(),
  facetOrder: settingsSchema.shape.facetOrder.unwrap().optional(),
  resultForm: settingsSchema.shape.resultForm.unwrap().optional(),
  cardsBy: settingsSchema.shape.cardsBy.unwrap().optional(),
  responseTable: settingsSchema.shape.responseTable.unwrap().optional(),
  knowsTour: settingsSchema.shape.knowsTour.unwrap().optional(),
});

export type Settings = Readonly<z.output<typeof settingsSchema>>;
export type SettingsChange = Readonly<z.output<typeof settingsChangeSchema>>;

/** The settings of a new data folder. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
