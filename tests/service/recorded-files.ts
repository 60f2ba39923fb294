import * as nodeFiles from "node:fs/promises";
import type { DurableFiles, OpenFile } from "../../src/service/durable-file.ts";

/** The real file system, with some calls of its open files done otherwise. */
export function withFiles(change: (file: OpenFile, path: string) => Partial<OpenFile>): DurableFiles {
  const open: DurableFiles["open"] = async (path, flags, mode) => {
    const file: OpenFile = await nodeFiles.open(path, flags, mode);
    return {
      stat: () => file.stat(),
      chmod: (bits) => file.chmod(bits),
      write: (...given) => file.write(...given),
      sync: () => file.sync(),
      datasync: () => file.datasync(),
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
      ...change(file, path),
    };
  };
  return { ...nodeFiles, open };
}

/** The real file system, with the calls that matter for durability written down in their order. */
export function recordedFiles(calls: string[]): DurableFiles {
  const noted = <Given extends readonly unknown[], Result>(name: string, call: (...given: Given) => Result) => {
    return (...given: Given): Result => {
      calls.push(name);
      return call(...given);
    };
  };
  const files = withFiles((file, path) => {
    calls.push(path.endsWith(".tmp") ? "open temporary" : "open");
    return {
      write: noted("write", (...given) => file.write(...given)),
      sync: noted("sync", () => file.sync()),
      datasync: noted("datasync", () => file.datasync()),
      truncate: noted("truncate", (length) => file.truncate(length)),
      close: noted("close", () => file.close()),
    };
  });
  return { ...files, rename: noted("rename", (from, to) => nodeFiles.rename(from, to)) };
}
