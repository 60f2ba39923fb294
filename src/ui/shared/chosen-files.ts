import { isZipName } from "../../formats/file-kind.ts";

/** A file that the analyst chose or dropped, with the folders that came with it in its name, divided by slashes. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** What a file input offers to open; a package may have the name of its own that the desktop program is opened by. */
export const OPENED_NAMES = ".zip,.ahqz,.xlsx,.csv,.tsv,.json";

// One more than any folder of answers has; whoever drops a whole disk is told so.
export const MOST_CHOSEN_FILES = 5000;

/** The files of a file or folder input. What systems leave in folders for themselves is passed over. */
export function filesOfInput(list: FileList): readonly NamedFile[] {
  const files = [...list].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  return files.filter(({ name }) => !isClutter(name)).slice(0, MOST_CHOSEN_FILES + 1);
}

/** The files that were dropped, those within folders too. To be called at once: a drop's items are gone after its event. */
export async function filesOfDrop(items: DataTransferItemList): Promise<readonly NamedFile[]> {
  const dropped = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: NamedFile[] = [];
  for (const { entry, file } of dropped) {
    if (entry !== null) await gather(entry, "", files);
    // What comes from another program's window may have no place in a file system.
    else if (file !== null) files.push({ name: file.name, file });
  }
  return files;
}

/** What is to be read together: packages that came in several zips are read one by one, everything else is one package or one set of answers. */
export function batchesOf(files: readonly NamedFile[]): readonly (readonly NamedFile[])[] {
  if (files.length === 0) return [];
  const areZips = files.every(({ name }) => isZipName(name));
  return areZips ? files.map((file) => [file]) : [files];
}

async function gather(entry: FileSystemEntry, folder: string, files: NamedFile[]): Promise<void> {
  const name = folder + entry.name;
  if (isClutter(name) || files.length > MOST_CHOSEN_FILES) return;
  if (isFile(entry)) files.push({ name, file: await new Promise((done, fail) => entry.file(done, fail)) });
  else if (isFolder(entry)) for (const child of await childrenOf(entry)) await gather(child, `${name}/`, files);
}

// A reader gives a hundred entries at a time, and none once all were given.
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0 || children.length > MOST_CHOSEN_FILES) return children;
    children.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

// Hidden files, the lock files of spreadsheet programs, and what systems keep about a folder's looks.
function isClutter(name: string): boolean {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return base.startsWith(".") || base.startsWith("~$") || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(base);
}
