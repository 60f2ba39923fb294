import { readFile } from "node:fs/promises";
import type { Adapter } from "lowdb";
import type { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { schemaFaults } from "../core/dataset/schema-faults.ts";
import { writeDurably } from "./durable-file.ts";
import { isMissing, reasonOf } from "./file-error.ts";

/** A file that is there and does not hold what it should. Its bytes are untouched. */
export class UnreadableFile extends Error {
  /** The JSON that the file holds; undefined where it is none. */
  readonly content: unknown;

  constructor(message: string, content: unknown) {
    super(message);
    this.name = "UnreadableFile";
    this.content = content;
  }
}

/**
 * lowdb's adapter for one JSON file: written durably, validated when read. Null where there is no file.
 * A file that does not fit its schema is an UnreadableFile, for its reader to set aside: lowdb's own adapter would let the next write replace it.
 */
export function durableJsonFile<Data>(path: string, schema: z.ZodType<Data>): Adapter<Data> {
  return {
    read: async () => {
      const text = await textOf(path);
      return text === null ? null : readJsonText(path, text, schema);
    },
    write: (data) => writeDurably(path, `${JSON.stringify(data, null, 2)}\n`),
  };
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((cause: unknown) => {
    if (isMissing(cause)) return null;
    throw new ApiError("cannot-store", `${path} could not be read: ${reasonOf(cause)}.`, { cause });
  });
}

/** What a text holds by its schema; one that does not fit it is an UnreadableFile. */
export function readJsonText<Data>(path: string, text: string, schema: z.ZodType<Data>): Data {
  const content = jsonOf(text);
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  if (content === undefined) throw new UnreadableFile(`${path}: no JSON`, content);
  const [fault] = schemaFaults(path, content, result.error.issues);
  throw new UnreadableFile(fault === undefined ? path : withoutFound(fault), content);
}

// What stands there is the analyst's own, and a notice of it goes into the diagnostics.
function withoutFound({ file, column, expected }: Fault): string {
  return `${column === "" ? file : `${file}, ${column}`}: expected ${expected}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
