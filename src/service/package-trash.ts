import { basename, extname } from "node:path";
import { isZipName } from "../formats/file-kind.ts";
import { safeFileName } from "./safe-file-name.ts";

const TRASH_NAME = /^(?<stem>.+)--(?<time>\d{8}T\d{9}Z)(?:-\d+)?(?:\.(?:zip|ahqz))?$/i;

/** The name under which a package of an id lies in the trash: the id, the time of its removal, and a number from the second of that time on. */
export function trashName(path: string, id: string, at: Date, number: number): string {
  const extension = isZipName(path) ? extname(path) : "";
  const stem = safeFileName(id.slice(0, 100) || basename(path));
  const time = at.toISOString().replaceAll(/[-:.]/g, "");
  return `${stem}--${time}${number === 1 ? "" : `-${number}`}${extension}`;
}

/** When a package was removed, by its name in the trash; null where the trash holds something else of that name. */
export function removedAt(name: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(TRASH_NAME.exec(name)?.groups?.time ?? "");
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, fraction] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`;
}

/** The id that a name in the trash was made from, as far as it keeps it. */
export function removedStem(name: string): string {
  return TRASH_NAME.exec(name)?.groups?.stem ?? name;
}
