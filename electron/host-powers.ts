import { basename, extname, join } from "node:path";
import { app, BrowserWindow, dialog, type SaveDialogOptions, shell } from "electron";
import { ApiError } from "../src/api/api-error.ts";
import { writeDurably } from "../src/service/durable-file.ts";
import type { HostPowers } from "../src/service/service.ts";

/** What the desktop can do beyond a page: a native dialog before saving, and showing a saved file in its folder. */
export function hostPowers(): Required<HostPowers> {
  const saved = new Set<string>();
  return {
    saveFile: async (name, bytes) => {
      const path = await chooseWhereToSave(name);
      if (path === null) return { path };
      await writeDurably(path, bytes);
      saved.add(path);
      return { path };
    },
    // An address of the page's choosing could make Windows greet a foreign server: only what was saved here is shown.
    revealFile: async (path) => {
      if (!saved.has(path))
        throw new ApiError("not-allowed", `${path}: expected a file that was saved in this window.`);
      shell.showItemInFolder(path);
    },
  };
}

async function chooseWhereToSave(name: string): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0];
  const extension = extname(name).slice(1);
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath("documents"), basename(name)),
    filters: extension === "" ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === "" ? null : filePath;
}
