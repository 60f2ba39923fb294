import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

interface Holder {
  readonly pid: number;
  /** Where the holder listens for second instances; null until it does. */
  readonly port: number | null;
}

/** The lock that keeps a second instance of a profile folder from starting; the first is told of each attempt. */
export class SingleInstance {
  private told: Promise<void> = Promise.resolve();

  /** Whether this process is the first. If not, the first one's `onSecond` is called with this process's arguments. */
  acquire(folder: string, onSecond: (argv: readonly string[]) => void): boolean {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "standin-instance.json");
    const holder = readHolder(file);
    if (holder !== null && isAlive(holder.pid)) {
      this.told = tell(file);
      return false;
    }
    writeHolder(file, null);
    process.on("exit", () => rmSync(file, { force: true }));
    const server = createServer((socket) => {
      let text = "";
      socket.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      socket.on("end", () => onSecond(JSON.parse(text)));
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) writeHolder(file, address.port);
    });
    server.unref();
    return true;
  }

  /** Resolves once the first instance was told of this one. */
  get settled(): Promise<void> {
    return this.told;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function writeHolder(file: string, port: number | null): void {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ pid: process.pid, port } satisfies Holder));
  renameSync(`${file}.${process.pid}`, file);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function tell(file: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = readHolder(file)?.port ?? null;
    if (port !== null) {
      const socket = connect(port, "127.0.0.1");
      return new Promise((resolve, reject) => {
        socket.on("error", reject).on("close", () => resolve());
        socket.end(JSON.stringify(process.argv));
      });
    }
    await pause(50);
  }
}
