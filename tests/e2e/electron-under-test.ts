import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { browserVersion, findInstalledBrowser } from "../../scripts/find-browser.mjs";
import { STAND_IN } from "../electron/standin/build-standin.ts";

const PACKAGE = resolve(import.meta.dirname, "../../node_modules/electron");

interface ElectronUnderTest {
  readonly program: string;
  /** The version of the real one; null where the stand-in takes its place. */
  readonly realVersion: string | null;
}

/** The real Electron where its binary and a display are there, else the stand-in. Never downloads anything. */
export function electronUnderTest(): ElectronUnderTest {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, "dist");
  const name = readText(join(PACKAGE, "path.txt")) ?? "electron";
  const realVersion = existsSync(join(dist, name)) && hasDisplay() ? readText(join(dist, "version")) : null;
  return { program: realVersion === null ? STAND_IN : join(dist, name), realVersion };
}

/** In words which of the two it is, and what is then not covered. */
export function describeElectron({ realVersion }: ElectronUnderTest): string {
  if (realVersion !== null) return `real ${realVersion}`;
  const browser = browserVersion(findInstalledBrowser()?.path ?? "").replace(/(\d+)\.[\d.]+$/, "$1");
  return `stand-in over ${browser} (no sandbox, fuses, native dialogs or menus)`;
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
