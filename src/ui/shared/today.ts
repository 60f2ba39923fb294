/** The day as exports name it: YYYY-MM-DD in UTC, the same for everyone who works on it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
