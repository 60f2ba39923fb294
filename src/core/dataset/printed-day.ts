import { z } from "zod";

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** A day, month or year that there is, as `2026-01-31`, `2026-01` or `2026`: sources do not always print more. */
export function isPrintedDay(text: string): boolean {
  const [, year, month = "01", day = "01"] = FORM.exec(text) ?? [];
  return year !== undefined && z.iso.date().safeParse(`${year}-${month}-${day}`).success;
}

/** A printed day, or nothing where none is told. */
export const printedDaySchema = z
  .string()
  .refine(
    (text) => text === "" || isPrintedDay(text),
    "a day that there is as YYYY-MM-DD, a month as YYYY-MM, or a year",
  )
  .default("");
