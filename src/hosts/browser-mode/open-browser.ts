import { spawn } from "node:child_process";
import { once } from "node:events";

/** A program that shows files, and what stands before the file in its arguments. */
export interface Opener {
  readonly command: string;
  readonly leading: readonly string[];
}

/** The program that shows a file in the system's browser; null where there is no display to show it on. */
export function browserOpener(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): Opener | null {
  if (platform === "win32") return { command: "rundll32", leading: ["url.dll,FileProtocolHandler"] };
  if (platform === "darwin") return { command: "open", leading: [] };
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? { command: "xdg-open", leading: [] } : null;
}

/** Shows a file in the system's browser. Rejects where the program for it is missing or says that it failed. */
export async function openInBrowser({ command, leading }: Opener, file: string): Promise<void> {
  const child = spawn(command, [...leading, file], { stdio: "ignore", detached: true });
  child.unref();
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}
