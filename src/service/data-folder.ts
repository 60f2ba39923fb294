import { ApiError } from "../api/api-error.ts";
import type { BackupSummary } from "../api/backups.ts";
import type { Ownership } from "../api/contract.ts";
import { BackupStore } from "./backup-store.ts";
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

// Between two looks at whether a backup is due.
const EVERY_MS = 15 * 60_000;

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
  readonly backups: BackupStore;
  readonly #path: string;
  readonly #lock: OwnerLock;
  readonly #queue = createSerialQueue();
  readonly #notices: string[] = [];
  #offered: BackupSummary | null = null;
  #isPrepared = false;
  #isClosed = false;
  #backedUp = 0;

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
    this.backups = new BackupStore(path);
  }

  /** What the analyst should know of the folder. */
  get notices(): readonly string[] {
    const kept = [this.notebook, this.drafts, this.dismissals, this.settings, this.mappings, this.views, this.reports];
    const offer = this.#offered === null ? [] : [describeOffer(this.#offered)];
    return [...this.#notices, ...kept.flatMap(({ notices }) => notices), ...offer];
  }

  /** The name of the newest good backup where the notebook lost lines and nothing was restored since; null otherwise. */
  get offeredBackup(): string | null {
    return this.#offered?.name ?? null;
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
      if (ownership.kind === "owner") {
        this.#backUpSoon(EVERY_MS);
        return task();
      }
      throw new ApiError(
        "read-only",
        `Nothing was stored: the data folder is open in ${ownership.heldBy}. Expected to be its only writer.`,
      );
    });
  }

  /** Runs a task that puts other files in the place of what is kept, as the owner, and reads everything anew. */
  async replace<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.write(async () => {
      try {
        const result = await task();
        this.#offered = null;
        return result;
      } finally {
        await this.#readAsOwner();
      }
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
    await this.#readAsOwner();
    // Leftovers in the library are no reason not to keep notes.
    await this.packages.prepare().catch((error: unknown) => this.#notices.push(reasonOf(error)));
    this.#isPrepared = true;
    this.#backUpSoon(0);
  }

  async #readAsOwner(): Promise<void> {
    await this.notebook.prepare();
    await this.settings.prepare();
    // What could be saved is there already; the backup may have what was lost.
    if (this.notebook.hasLostLines) this.#offered = await this.backups.newestGood().catch(() => null);
  }

  // Behind what is under way, so that nobody waits for it; one that fails costs no change.
  #backUpSoon(everyMs: number): void {
    const now = Date.now();
    if (now - this.#backedUp < everyMs) return;
    this.#backedUp = now;
    const kept = this.#queue(async () => {
      if (this.#isPrepared && !this.#isClosed) await this.backups.keepIfDue(new Date());
    });
    kept.catch((error: unknown) => {
      const notice = `No backup could be kept: ${reasonOf(error)}`;
      if (!this.#notices.includes(notice)) this.#notices.push(notice);
    });
  }
}

function describeOffer({ name, at }: BackupSummary): string {
  return `The newest good backup is of ${at}: it can be restored (${name}).`;
}
