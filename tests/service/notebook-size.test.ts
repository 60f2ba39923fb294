import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EMPTY_FIELDS } from "../../src/core/notebook/note.ts";
import type { NotebookEdit } from "../../src/core/notebook/notebook.ts";
import { printHeader, printLine } from "../../src/service/journal-lines.ts";
import { JOURNAL_FILE, NotebookStore } from "../../src/service/notebook-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { howOften, tell } from "../fixtures/torture.ts";
import { changed } from "./edits.ts";

const NOTES = howOften(1000, 10_000);
const CHANGES = 10;
const AT = "2026-03-01T10:00:00.000Z";

function edits(): readonly NotebookEdit[] {
  const ids = Array.from({ length: NOTES }, () => randomUUID());
  const body = "What was found in the open sources, and by whom? ".repeat(6);
  return Array.from({ length: CHANGES }, (_, i) => i).flatMap((i) =>
    ids.map((id): NotebookEdit => {
      if (i === 0) return { kind: "add", id, at: AT, fields: { ...EMPTY_FIELDS, title: `Question ${id}`, body } };
      return changed(id, i, { body: `${body}${i}` });
    }),
  );
}

async function timed<Result>(task: () => Promise<Result>): Promise<readonly [Result, number]> {
  const before = performance.now();
  const result = await task();
  return [result, Math.round((performance.now() - before) * 10) / 10];
}

test("a notebook of many notes with ten changes each opens, is searched for a history and takes a change in a moment", async () => {
  const folder = await temporaryFolder();
  const lines = edits().map((edit, i) => printLine(i + 1, edit).text);
  await writeFile(join(folder, JOURNAL_FILE), `${printHeader()}${lines.join("\n")}\n`);
  const store = new NotebookStore(folder);
  const [, whole] = await timed(() => store.prepare());
  expect(store.notes).toHaveLength(NOTES);
  const saves: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < 250; i++) {
    const note = store.notes[i];
    if (note === undefined) throw new Error("there are notes");
    const [, took] = await timed(() => store.edit(changed(note.id, note.revision, { title: `Better ${i}` })));
    saves.push(took);
  }
  const { user, system } = process.cpuUsage(before);
  const work = Math.round((user + system) / 250 / 10) / 100;
  const [, closing] = await timed(() => store.close());
  const again = new NotebookStore(folder);
  const [, withSnapshot] = await timed(() => again.prepare());
  expect(again.notes.map(({ title }) => title)).toEqual(store.notes.map(({ title }) => title));
  const [versions, history] = await timed(() => again.history(store.notes[0]?.id ?? ""));
  expect(versions).toHaveLength(CHANGES + 1);
  const [, sharing] = await timed(() => again.share(null, AT));
  const sorted = saves.toSorted((a, b) => a - b);
  const figures = {
    notes: NOTES,
    changes: CHANGES,
    "open without snapshot, ms": whole,
    "open with snapshot, ms": withSnapshot,
    "save, ms of work with its share of snapshots": work,
    "save, median ms": sorted[125] ?? 0,
    "save, slowest ms": sorted.at(-1) ?? 0,
    "history of a note, ms": history,
    "share all, ms": sharing,
    "close, ms": closing,
  };
  tell("size", figures);
  expect(work).toBeLessThan(20);
}, 300_000);
