import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EMPTY_DRAFT } from "../../src/core/notebook/working-draft.ts";
import { DISMISSALS_FILE, DismissalStore } from "../../src/service/dismissal-store.ts";
import { DRAFTS_FILE, DraftStore } from "../../src/service/draft-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const AT = "2026-01-01T10:00:00.000Z";
const DRAFT = { ...EMPTY_DRAFT, title: "Again" };

describe("drafts", () => {
  test("are kept through another start, with a revision that a later change must know", async () => {
    const folder = await temporaryFolder();
    const id = randomUUID();
    const store = new DraftStore(folder);
    await store.keep({ id, basedOn: 0, draft: DRAFT, isDeleted: false }, AT);
    await store.keep({ id, basedOn: 1, draft: { ...DRAFT, title: "Better" }, isDeleted: false }, AT);
    const stale = store.keep({ id, basedOn: 1, draft: DRAFT, isDeleted: false }, AT);
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/revision 1, the draft is at 2/),
    });
    expect(await new DraftStore(folder).list()).toMatchObject([{ id, revision: 2, draft: { title: "Better" } }]);
  });

  test("go to the trash and come back with what stood in them", async () => {
    const store = new DraftStore(await temporaryFolder());
    const id = randomUUID();
    await store.keep({ id, basedOn: 0, draft: DRAFT, isDeleted: false }, AT);
    expect(await store.keep({ id, basedOn: 1, draft: null, isDeleted: true }, AT)).toMatchObject({
      deleted: AT,
      draft: DRAFT,
    });
    expect(await store.keep({ id, basedOn: 2, draft: null, isDeleted: false }, AT)).toMatchObject({ deleted: null });
    const unknown = store.keep({ id: randomUUID(), basedOn: 0, draft: null, isDeleted: false }, AT);
    await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  });

  test("of a damaged file are set aside, and those of a later version are left alone", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, DRAFTS_FILE), "{");
    const store = new DraftStore(folder);
    expect(await store.list()).toEqual([]);
    await store.keep({ id: randomUUID(), basedOn: 0, draft: DRAFT, isDeleted: false }, AT);
    expect((await readdir(folder)).filter((name) => name.includes(".damaged-"))).toHaveLength(1);
    expect(store.notices).toHaveLength(1);
    const later = '{"version":2,"drafts":[]}';
    await writeFile(join(folder, DRAFTS_FILE), later);
    const refused = store.keep({ id: randomUUID(), basedOn: 0, draft: DRAFT, isDeleted: false }, AT);
    await expect(refused).rejects.toMatchObject({ code: "read-only" });
    expect(await readFile(join(folder, DRAFTS_FILE), "utf8")).toBe(later);
  });
});

describe("dismissals", () => {
  test("are remembered through another start and taken back", async () => {
    const folder = await temporaryFolder();
    await new DismissalStore(folder).set(["gap-1"], true, AT);
    expect(await new DismissalStore(folder).set(["gap-2", "gap-2"], true, AT)).toEqual(["gap-2", "gap-1"]);
    expect(await new DismissalStore(folder).set(["gap-1"], false, AT)).toEqual(["gap-2"]);
    expect(await readdir(folder)).toEqual([DISMISSALS_FILE]);
  });
});
