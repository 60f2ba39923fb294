import { contextBridge, ipcRenderer } from "electron";

type Listener = (request: unknown) => void;

let listener: Listener | null = null;
const waiting: unknown[] = [];

// From the first moment on: what a start with a file asks for comes before the page is there to hear it.
ipcRenderer.on("request", (_event, request: unknown) => {
  if (listener === null) waiting.push(request);
  else listener(request);
});

// One way: the page hears what the desktop asks of it and can send nothing through here.
contextBridge.exposeInMainWorld("ahqHost", {
  onRequest: (hear: Listener) => {
    listener = hear;
    for (const request of waiting.splice(0)) hear(request);
    return () => {
      if (listener === hear) listener = null;
    };
  },
});
