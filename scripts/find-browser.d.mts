export interface FoundBrowser {
  readonly path: string;
  /** In words: where it was found. */
  readonly source: string;
}

/** The Chromium or Chrome that is installed: CHROME_PATH first, then the system's, then Playwright's own. Null where there is none. */
export function findInstalledBrowser(): FoundBrowser | null;

/** The same, after trying to install one: through Playwright, else as root on Debian through apt-get. Throws with what to do where nothing starts. */
export function ensureBrowser(): FoundBrowser;

/** What a browser says of itself ("Chromium 156.0.8078.79"); "Chromium" where it does not say. */
export function browserVersion(path: string): string;
