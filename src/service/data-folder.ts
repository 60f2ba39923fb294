import { ApiError } from "../api/api-error.ts";
import type { Ownership } from "../api/contract.ts";
import { DismissalStore } from "./dismissal-store.ts";
import { DraftStore } from "./draft-store.ts";
import { cannotStore } from "./durable-file.ts";
import { reasonOf } from "./file-error.ts";
import { MappingStore } from "./mapping-store.ts";
import { NotebookStore } from "./notebook-store.ts";
import { createOwnerLock, type OwnerLock } from "./owner-lock.ts";
import type { ProgramName } from "./owner-record.ts";
import { PackageStore } from "./package-store.ts";
import { ReportStore } from "./report-store.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { removeStrayTemporaryFiles } from "./set-aside.ts";
import { SettingsStore } from "./settings-store.ts";
import { syncNotice } from "./synced-folder.ts";
import { ViewStore } from "./view-store.ts";

/**
 * What is kept in a data folder, read by anyone and written by its owner alone. Ownership is tried at the start and again with every write,
 * so that a reader goes on as soon as the holder is gone. Everything runs one after the other.
 */
export class DataFolder {
  readonly notebook: NotebookStore;
  readonly settings: SettingsStore;
  readonly packages: PackageStore;
  readonly mappings: MappingStore;
  readonly views: ViewStore;
  readonly drafts: DraftStore;
  readonly dismissals: DismissalStore;
  readonly reports: ReportStore;
  readonly #path: string;
  readonly #lock: OwnerLock;
  readonly #queue = createSerialQueue();
  readonly #notices: string[] = [];
  #isPrepared = false;
  #isClosed = false;

  /** A folder that exists; `open` is to be called before anything else. */
  constructor(path: string, program: ProgramName) {
    this.#path = path;
    this.#lock = createOwnerLock(path, program);
    this.notebook = new NotebookStore(path);
    this.settings = new SettingsStore(path);
    this.packages = new PackageStore(path);
    this.mappings = new MappingStore(path);
    this.views = new ViewStore(path);
    this.drafts = new DraftStore(path);
    this.dismissals = new DismissalStore(path);
    this.reports = new ReportStore(path);
  }

  /** What the analyst should know of the folder. */
  get notices(): readonly string[] {
    const kept = [this.notebook, this.drafts, this.dismissals, this.settings, this.mappings, this.views, this.reports];
    return [...this.#notices, ...kept.flatMap(({ notices }) => notices)];
  }

  /** Tries to own the folder and reads what is in it. A folder that cannot be written is no failure: it is read, and a notice says so. */
  async open(): Promise<void> {
    const notice = await syncNotice(this.#path);
    if (notice !== null) this.#notices.push(notice);
    await this.ownership();
    await this.read(async () => undefined);
  }

  /** Who may write in the folder now. */
  async ownership(): Promise<Ownership> {
    return this.#queue(async () => {
      try {
        return await this.#claim();
      } catch (error) {
        if (!this.#notices.includes(reasonOf(error))) this.#notices.push(reasonOf(error));
        return { kind: "reader", heldBy: `no program, but cannot be written to: ${reasonOf(error)}` };
      }
    });
  }

  /** Runs a task that only reads; what another process has written is there. */
  async read<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.#queue(async () => {
      if (!this.#isPrepared) await Promise.all([this.notebook.refresh(), this.settings.refresh()]);
      return task();
    });
  }

  /** Runs a task that writes, as the owner; a reader is refused with read-only and told who holds the folder. */
  async write<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.#queue(async () => {
      const ownership = await this.#claim();
      if (ownership.kind === "owner") return task();
      throw new ApiError(
        "read-only",
        `Nothing was stored: the data folder is open in ${ownership.heldBy}. Expected to be its only writer.`,
      );
    });
  }

  /** Waits for what is under way, then gives the folder up. */
  async close(): Promise<void> {
    await this.#queue(async () => {
      if (this.#isClosed) return;
      this.#isClosed = true;
      if (this.#isPrepared) await this.notebook.close();
      // A release that cannot be written is no loss: the end of this process releases the folder as well.
      await this.#lock.release().catch(() => undefined);
    });
  }

  async #claim(): Promise<Ownership> {
    if (this.#isClosed) return { kind: "reader", heldBy: "this program, which is closing" };
    const claim = await this.#lock.claim().catch((cause: unknown) => {
      throw cannotStore(this.#path, reasonOf(cause), cause);
    });
    if (claim.kind === "reader" || claim.isNew) this.#isPrepared = false;
    if (claim.kind === "reader") return claim;
    if (!this.#isPrepared) await this.#prepare();
    return { kind: "owner" };
  }

  async #prepare(): Promise<void> {
    await removeStrayTemporaryFiles(this.#path);
    await this.notebook.prepare();
    await this.settings.prepare();
    // Leftovers in the library are no reason not to keep notes.
    await this.packages.prepare().catch((error: unknown) => this.#notices.push(reasonOf(error)));
    this.#isPrepared = true;
  }
}
