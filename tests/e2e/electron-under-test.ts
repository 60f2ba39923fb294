import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { browserVersion, findInstalledBrowser } from "../../scripts/find-browser.mjs";
import { STAND_IN } from "../electron/standin/build-standin.ts";

const folder = resolve(import.meta.dirname, "../../node_modules/electron");

interface ElectronUnderTest {
  readonly isReal: boolean;
  readonly program: string;
  readonly description: string;
}

/** The real Electron where its binary and a display are there, else the stand-in; in words which of the two. */
export function electronUnderTest(): ElectronUnderTest {
  const real = realProgram();
  if (real !== null && hasDisplay()) return { isReal: true, program: real, description: `real, ${real}` };
  const browser = browserVersion(findInstalledBrowser()?.path ?? "");
  return {
    isReal: false,
    program: STAND_IN,
    description: `stand-in over ${browser} (no sandbox, fuses, native dialogs or menus)`,
  };
}

function realProgram(): string | null {
  const named = join(folder, "path.txt");
  const program = existsSync(named) ? join(folder, "dist", readFileSync(named, "utf8")) : "";
  return existsSync(program) && program !== "" ? program : null;
}

function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
