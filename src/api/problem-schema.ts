import { z } from "zod";
import { FRAME, MOST_FRAMES, NAME } from "./problem.ts";

/**
 * What is told of a failure: its kind, the error's name or code, and where in the program it came from.
 * An error's message may hold what the analyst wrote, so it is no part of this; nothing with a space in it fits but a function and its place.
 */
export const problemSchema = z.strictObject({
  /** A screen that was lost, an error that nobody caught, one of the host's own, or a file that could not be written. */
  kind: z.enum(["crash", "uncaught", "internal", "storage"]),
  name: z.string().regex(NAME),
  frames: z.array(z.string().regex(FRAME)).max(MOST_FRAMES),
});
