import type { RestoredBackup, RestoreMode } from "../api/backups.ts";
import type {
  HostInfo,
  HostPower,
  MethodName,
  MethodOutput,
  MethodRequest,
  SavedFile,
  StoredPackage,
  StoreMode,
} from "../api/contract.ts";

/** Where things are; every host says so at start-up. All paths are absolute. */
export interface Places {
  /** Folder of the packages that come with the program; read-only. */
  readonly packagedData: string;
  /** Folder of the built page. */
  readonly uiAssets: string;
  /** The analyst's data folder: settings, notebook, packages. Created when missing. */
  readonly userData: string;
}

/** What a host can do beyond a page's own means. A power that is missing is not offered to the page. */
export interface HostPowers {
  readonly saveFile?: (name: string, bytes: Uint8Array) => Promise<SavedFile>;
  readonly revealFile?: (path: string) => Promise<void>;
  /** Makes a PDF of what the page that asks shows to paper. */
  readonly printPage?: (name: string) => Promise<SavedFile>;
}

export interface ServiceOptions {
  readonly places: Places;
  readonly powers: HostPowers;
  readonly host: HostInfo["host"];
  readonly version: string;
}

/** How a package comes in: the name of its file as the analyst knows it, and what may become of one with its id. */
export interface IncomingPackage {
  readonly name: string;
  readonly mode: StoreMode;
}

/** How everything of one's own comes in: the name of its file, and whether what there is stays. */
export interface IncomingBackup {
  readonly name: string;
  readonly mode: RestoreMode;
}

/** The workbench behind the contract: every method of it, with input already validated; refusals are thrown as ApiError. */
export type Service = {
  readonly [Name in MethodName]: (request: MethodRequest<Name>) => Promise<MethodOutput<Name>>;
} & {
  readonly powers: readonly HostPower[];
  /** Asks the host to save bytes under a name that the analyst chooses. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<SavedFile>;
  /** Stores a zipped package after the whole of its validation; faults mention it by the name. An id that is taken is refused, unless it may be replaced. */
  readonly storePackage: (bytes: Uint8Array, incoming: IncomingPackage) => Promise<StoredPackage>;
  /** Everything of the analyst's own as one file: notebook, drafts, settings, views, mappings, packages. */
  readonly backUp: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Adds what such a file holds to what there is, or puts it in its place; what there is is backed up before, and packages that give way go to the trash. Faults mention the file by its name. */
  readonly restoreFile: (bytes: Uint8Array, incoming: IncomingBackup) => Promise<RestoredBackup>;
  /** Writes what is pending and gives up the data folder. */
  readonly close: () => Promise<void>;
};
