/** What quitting needs of a window. */
export interface Closable {
  /** Asks the window and its page, either of which may refuse. */
  close(): void;
  destroy(): void;
}

/** The windows that are open, the newest last, and who is told when one goes. */
export class OpenWindows<Window extends Closable> {
  private readonly windows = new Set<Window>();
  private readonly watchers: (() => void)[] = [];

  add(window: Window): void {
    this.windows.add(window);
  }

  remove(window: Window): void {
    if (this.windows.delete(window)) for (const watcher of this.watchers) watcher();
  }

  onRemove(watcher: () => void): void {
    this.watchers.push(watcher);
  }

  get all(): readonly Window[] {
    return [...this.windows];
  }
}
