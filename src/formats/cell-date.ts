/** What a number format shows of a serial number: a day, a time, or both; null where it shows a number. */
export type DateFormat = "day" | "time" | "day and time" | null;

const DAY_SECONDS = 86_400;
const LAST_SERIAL = 2_958_465;
// As long as Excel lets one be; a longer one would be there to take time.
const LONGEST_FORMAT = 255;

// ECMA-376 part 1, 18.8.30: the formats that every workbook has without listing them, those of East Asia among them.
const BUILT_IN: readonly (readonly [first: number, last: number, DateFormat])[] = [
  [14, 17, "day"],
  [18, 21, "time"],
  [22, 22, "day and time"],
  [27, 31, "day"],
  [32, 35, "time"],
  [36, 36, "day"],
  [45, 47, "time"],
  [50, 58, "day"],
];

/** What one of the built-in number formats shows. */
export function builtInDateFormat(id: number): DateFormat {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2] ?? null;
}

/** What a number format of the workbook's own shows, by its code: `dd/mm/yyyy`, `[h]:mm`, `#,##0 "days"`. */
export function dateFormatOf(code: string): DateFormat {
  const [first = ""] = code.slice(0, LONGEST_FORMAT).split(";");
  // Quoted and escaped characters, colours, conditions and locales show nothing of the number; [h] is an elapsed time.
  const shown = first.replaceAll(/"[^"]*"|\\.|_.|\*./g, "").replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  const isTime = /[hs]/i.test(shown);
  const isDay = /[yd]/i.test(shown) || (/m/i.test(shown) && !isTime);
  if (isDay) return isTime ? "day and time" : "day";
  return isTime ? "time" : null;
}

/**
 * A serial number as a date or time: YYYY-MM-DD, HH:MM:SS, or both. Null where it is no day of the calendar.
 * Excel counts 29 February 1900, a day that was not, as Lotus 1-2-3 did; workbooks of old Macs count from 1904.
 */
export function serialText(serial: number, format: Exclude<DateFormat, null>, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_SERIAL)) return null;
  const seconds = Math.round((serial % 1) * DAY_SECONDS);
  const day = Math.floor(serial) + (seconds === DAY_SECONDS ? 1 : 0);
  const rest = seconds % DAY_SECONDS;
  if (format === "time") return clock(day * DAY_SECONDS + rest);
  const date = isFrom1904 ? dayText(Date.UTC(1904, 0, 1), day) : day1900(day);
  return format === "day" || rest === 0 ? date : `${date} ${clock(rest)}`;
}

function day1900(day: number): string {
  if (day === 60) return "1900-02-29";
  return dayText(Date.UTC(1899, 11, day < 60 ? 31 : 30), day);
}

function dayText(start: number, days: number): string {
  return new Date(start + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
