import type { CDPSession, Page } from "@playwright/test";

/** What a page holds on to. */
export interface Held {
  readonly listeners: number;
  readonly nodes: number;
  readonly heapBytes: number;
}

/** Goes to every screen and back to the first, and opens and closes what stands over them, so many times. */
export function goRound(page: Page, rounds: number): Promise<void>;

/** What the page holds on to once its garbage is collected. */
export function held(devtools: CDPSession): Promise<Held>;
