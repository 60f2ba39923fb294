/** Wraps a sandboxed preload into a script that Chromium runs before the page's own: it may require `electron` alone, and of that only what hands messages to the page. */
export function preloadScript(code: string): string {
  return `(() => {
if (window !== window.top) return;
const listeners = new Map();
const ipcRenderer = {
  on: (channel, listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  },
  off: (channel, listener) => {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
    return ipcRenderer;
  },
};
const contextBridge = {
  exposeInMainWorld: (name, api) => {
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
  },
};
const require = (name) => {
  if (name !== "electron") throw new Error("a sandboxed preload can load electron alone, not " + name);
  return { contextBridge, ipcRenderer };
};
Object.defineProperty(window, "__electronStandInDeliver", {
  value: (channel, values) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
  },
});
((require, module, exports, process) => {
${code}
})(require, { exports: {} }, {}, undefined);
})();`;
}
