import { z } from "zod";

/** What the desktop asks of a page: a command of the menu, a package of the library to be opened, or files from outside to be read. */
export const desktopRequestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("command"), id: z.string() }),
  z.strictObject({ kind: z.literal("package"), id: z.string() }),
  /** Each with its name and the path at which the page fetches its bytes, once. */
  z.strictObject({
    kind: z.literal("files"),
    files: z.array(z.strictObject({ name: z.string(), address: z.string() })),
  }),
]);

export type DesktopRequest = Readonly<z.output<typeof desktopRequestSchema>>;

/** What the desktop's preload gives to the page as `ahqHost`; absent in browser mode. */
export interface DesktopBridge {
  /** Calls the listener with each request of the desktop's, those that came before it first, until the function that it gives is called. */
  readonly onRequest: (listener: (request: unknown) => void) => () => void;
}
