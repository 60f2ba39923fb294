const DAY_MS = 86_400_000;
const [LEAST, USUAL, MOST] = [14, 21, 28];

/** The days by which answers can be asked for, as YYYY-MM-DD: two to four weeks after a day, each moved on to a Monday where it falls on a weekend. */
export interface Deadlines {
  readonly earliest: string;
  readonly proposed: string;
  readonly latest: string;
}

/** Proposes by when to ask for answers to a query that goes out on a day. */
export function proposeDeadlines(launched: string): Deadlines {
  return {
    earliest: workingDay(launched, LEAST),
    proposed: workingDay(launched, USUAL),
    latest: workingDay(launched, MOST),
  };
}

/** How many days lie between two days; negative where the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function workingDay(from: string, days: number): string {
  const date = new Date(Date.parse(from) + days * DAY_MS);
  const weekday = date.getUTCDay();
  const moved = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(date.getTime() + moved * DAY_MS).toISOString().slice(0, 10);
}
