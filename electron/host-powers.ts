import { extname, join } from "node:path";
import { app, dialog, type SaveDialogOptions, shell } from "electron";
import { writeDurably } from "../src/service/durable-file.ts";
import type { HostPowers } from "../src/service/service.ts";
import { currentWindow } from "./window.ts";

/** What the desktop can do beyond a page: a native dialog before saving, a PDF of the page, and showing a file in its folder. Names and paths arrive checked by the service. */
export function hostPowers(): Required<HostPowers> {
  return {
    saveFile: async (name, bytes) => {
      const path = await chooseWhereToSave(name);
      if (path !== null) await writeDurably(path, bytes);
      return { path };
    },
    revealFile: async (path) => shell.showItemInFolder(path),
    printPage: async (name) => {
      const window = currentWindow();
      const path = window === null ? null : await chooseWhereToSave(name);
      if (window === null || path === null) return { path: null };
      await writeDurably(path, await window.webContents.printToPDF(PDF_OPTIONS));
      return { path };
    },
  };
}

// Tagged, so that a screen reader finds the table's headers; the page's own styles say how it lies.
const PDF_OPTIONS = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
};

async function chooseWhereToSave(name: string): Promise<string | null> {
  const window = currentWindow();
  const extension = extname(name).slice(1);
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath("documents"), name),
    filters: extension === "" ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === "" ? null : filePath;
}
