import type { Dataset } from "../dataset/dataset.ts";
import { publicPart } from "../dataset/public-part.ts";

/** Whom an export is for: everyone, or the network alone, which may read what a state withheld from wider dissemination. The one table of their words. */
export const AUDIENCES = {
  public: "Public",
  network: "For the network only",
} as const;

export type Audience = keyof typeof AUDIENCES;

/** A dataset as it may go out: whatever is counted for an export is counted of this part. Made by `outgoingTo` alone, so that no export forgets to choose. */
export interface Outgoing {
  readonly audience: Audience;
  readonly dataset: Dataset;
}

/** The part of a dataset that may go out to an audience. */
export function outgoingTo(audience: Audience, dataset: Dataset): Outgoing {
  return { audience, dataset: audience === "network" ? dataset : publicPart(dataset) };
}

/** A title that says so where what it stands over is for the network only. */
export function audienceTitle(title: string, audience: Audience): string {
  return audience === "network" ? `${title} (for the network only)` : title;
}
