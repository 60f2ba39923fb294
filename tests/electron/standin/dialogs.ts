/** Electron's dialogs, each answered as if it was cancelled; a test puts its own answer in the place of a method, as it does in real Electron. */
export const dialog = {
  async showSaveDialog(): Promise<{ readonly canceled: boolean; readonly filePath: string }> {
    return { canceled: true, filePath: "" };
  },
  async showOpenDialog(): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }> {
    return { canceled: true, filePaths: [] };
  },
  async showMessageBox(
    ...asked: readonly unknown[]
  ): Promise<{ readonly response: number; readonly checkboxChecked: boolean }> {
    return { response: cancelOf(asked.at(-1)), checkboxChecked: false };
  },
  showMessageBoxSync(...asked: readonly unknown[]): number {
    return cancelOf(asked.at(-1));
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};

/** Electron's shell, which opens nothing. */
export const shell = {
  async openExternal(_address: string): Promise<void> {},
  showItemInFolder(_path: string): void {},
};

function cancelOf(options: unknown): number {
  const isNumbered = typeof options === "object" && options !== null && "cancelId" in options;
  return isNumbered && typeof options.cancelId === "number" ? options.cancelId : 0;
}
