import { z } from "zod";

/** A way of looking at a package that the analyst named: the address of the page (screen, filter, comparison) at that moment. */
export const savedViewSchema = z.strictObject({
  id: z.uuid(),
  /** Id of the package that it is a view of. */
  packageId: z.string().min(1).max(200),
  name: z.string().trim().min(1, "a name of at least one character").max(120),
  address: z.string().min(1).max(8000),
});

export type SavedView = Readonly<z.infer<typeof savedViewSchema>>;
