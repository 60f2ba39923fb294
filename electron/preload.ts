import { contextBridge, ipcRenderer } from "electron";

// One way: the page hears which menu command was chosen and can send nothing through here.
contextBridge.exposeInMainWorld("ahqHost", {
  onCommand: (listener: (id: string) => void) => {
    const hear = (_event: unknown, id: unknown) => {
      if (typeof id === "string") listener(id);
    };
    ipcRenderer.on("command", hear);
    return () => {
      ipcRenderer.off("command", hear);
    };
  },
});
