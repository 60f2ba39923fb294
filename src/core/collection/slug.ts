import { foldText } from "../query/fold-text.ts";

/** A text as an id that the filter language can name, at most `length` characters long; the fallback where nothing of it is left. */
export function slug(text: string, fallback: string, length = 40): string {
  const words = foldText(text)
    .replace(/['’]/g, "")
    // A dot stands in numbers alone.
    .replace(/[^a-z0-9.]+|(?<!\d)\.|\.(?!\d)/g, "-")
    .replace(/-{2,}/g, "-")
    .slice(0, length)
    .replace(/^[.-]+|[.-]+$/g, "");
  return words === "" ? fallback : words;
}

/** The id, or the first of id-2, id-3, … that is not taken yet. */
export function uniqueId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  for (let i = 2; ; i++) if (!isTaken(`${id}-${i}`)) return `${id}-${i}`;
}
