import { InputError } from "./cli-error.ts";
import type { Surroundings } from "./surroundings.ts";

/** The day that an export is dated to, as YYYY-MM-DD: SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else today. */
export function exportDate({ environment, now }: Pick<Surroundings, "environment" | "now">): string {
  const epoch = environment.SOURCE_DATE_EPOCH ?? "";
  if (epoch === "") return localDay(now());
  const date = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime()))
    throw new InputError(`SOURCE_DATE_EPOCH: found "${epoch}", expected seconds since 1970-01-01`);
  return date.toISOString().slice(0, 10);
}

function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}
