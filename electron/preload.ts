import { contextBridge, ipcRenderer } from "electron";

// One way: the page hears which menu command was chosen and can send nothing through here.
contextBridge.exposeInMainWorld("ahqHost", {
  onCommand: (listener: (id: string) => void) => {
    ipcRenderer.on("command", (_event, id: unknown) => {
      if (typeof id === "string") listener(id);
    });
  },
});
