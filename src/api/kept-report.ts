import { z } from "zod";
import { RESPONDENT_ORDERS, type RespondentOrder } from "../core/analysis/order-respondents.ts";

const id = z.uuid();
const name = z.string().min(1).max(200);
const label = z.string().max(500);
/** The page's address at which the table or picture was added: it is made anew from what that says. */
const address = z.string().min(1).max(8000);
const orders = Object.keys(RESPONDENT_ORDERS) as [RespondentOrder, ...RespondentOrder[]];

const pictureSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bars") }),
  z.strictObject({ kind: z.literal("matrix"), order: z.enum(orders) }),
  z.strictObject({ kind: z.literal("map"), question: name }),
  z.strictObject({ kind: z.literal("combinations"), variable: name }),
]);

const itemSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), id, text: z.string().max(500) }),
  z.strictObject({ kind: z.literal("text"), id, text: z.string().max(50_000) }),
  z.strictObject({
    kind: z.literal("table"),
    id,
    label,
    address,
    /** Which of the tables that a screen offers. */
    source: name,
    scope: z.enum(["view", "all"]),
    /** Positions of its columns in the order in which they go out; null for all as they are. */
    columns: z.array(z.int().min(0).max(20_000)).max(2000).nullable(),
  }),
  z.strictObject({ kind: z.literal("picture"), id, label, address, picture: pictureSchema }),
]);

/** The report that an analyst puts together of a package: not the tables themselves, but where they come from, so that they are made anew when the data change. */
export const keptReportSchema = z.strictObject({
  packageId: z.string().min(1).max(200),
  title: z.string().max(500),
  items: z.array(itemSchema).max(200),
});

export type KeptReport = Readonly<z.infer<typeof keptReportSchema>>;
export type ReportItem = KeptReport["items"][number];
export type ReportPictureKind = z.infer<typeof pictureSchema>;
