import { extname, join } from "node:path";
import { app, BrowserWindow, dialog, type SaveDialogOptions, shell } from "electron";
import { writeDurably } from "../src/service/durable-file.ts";
import type { HostPowers } from "../src/service/service.ts";

/** What the desktop can do beyond a page: a native dialog before saving, and showing a file in its folder. Names and paths arrive checked by the service. */
export function hostPowers(): Required<HostPowers> {
  return {
    saveFile: async (name, bytes) => {
      const path = await chooseWhereToSave(name);
      if (path !== null) await writeDurably(path, bytes);
      return { path };
    },
    revealFile: async (path) => shell.showItemInFolder(path),
  };
}

async function chooseWhereToSave(name: string): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0];
  const extension = extname(name).slice(1);
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath("documents"), name),
    filters: extension === "" ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === "" ? null : filePath;
}
