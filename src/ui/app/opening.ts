import { choosePackage } from "../../api/choose-package.ts";
import type { HostInfo, PackageSummary, RemovedPackage } from "../../api/contract.ts";
import type { Settings } from "../../api/settings.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { callHost } from "../shared/host-client.ts";

/** Where windows tell each other that the library changed. */
export const LIBRARY_CHANNEL = "ahq-library";

/** Everything that the page asks of its host before it can show a screen. */
export interface OpenPackage {
  readonly dataset: Dataset;
  readonly packages: readonly PackageSummary[];
  readonly removed: readonly RemovedPackage[];
  readonly settings: Settings;
  readonly host: HostInfo;
  /** Why another package than the one that was asked for is open, or the same as before; empty where nothing went wrong. */
  readonly problem: string;
}

/** Nothing could be opened: what happened, and every fault. */
export interface FailedOpening {
  readonly kind: "failed";
  readonly message: string;
  readonly details: readonly string[];
}

export type Opened = { readonly kind: "open"; readonly open: OpenPackage } | FailedOpening;

/** Opens the package that was active when the workbench was left, or the first that can be read. */
export async function openFirst(): Promise<Opened> {
  const { dataset, ...rest } = await callHost("openFirst", {});
  return dataset === null ? nothingToOpen(rest.packages) : { kind: "open", open: { dataset, ...rest, problem: "" } };
}

/** Opens another package. One that cannot be opened leaves open what is, with the reason. */
export async function openAnother(before: OpenPackage, id: string): Promise<OpenPackage> {
  return await callHost("readDataset", { id }).then(
    (dataset) => ({ ...before, dataset, problem: "" }),
    (error: Error) => ({ ...before, problem: `${id} was not opened. ${error.message}` }),
  );
}

/** Follows a change of the library, made here or elsewhere: what is open stays where it is the same as before, and is read again where it changed. */
export async function followLibrary(before: OpenPackage, madeBy: "this window" | "another"): Promise<Opened> {
  const [packages, removed] = await Promise.all([callHost("listPackages", {}), callHost("listRemoved", {})]);
  const { name } = before.dataset.info;
  const chosen = choosePackage(packages, name);
  if (chosen === null) return nothingToOpen(packages);
  if (isSame(before.packages, packages, name)) return { kind: "open", open: { ...before, packages, removed } };
  const open = await openAnother({ ...before, packages, removed }, chosen.id);
  const isGone = chosen.id !== name && madeBy === "another";
  const problem = isGone ? `${name} was taken out of the library elsewhere.` : open.problem;
  return { kind: "open", open: { ...open, problem } };
}

// What the list says of a package, its size and its time among it, changes with its content.
function isSame(before: readonly PackageSummary[], after: readonly PackageSummary[], id: string): boolean {
  const own = (packages: readonly PackageSummary[]) =>
    JSON.stringify(packages.filter((summary) => summary.id === id && summary.faults.length === 0));
  return own(before) === own(after);
}

function nothingToOpen(packages: readonly PackageSummary[]): FailedOpening {
  const details = packages.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`));
  return { kind: "failed", message: "There is no package that can be opened.", details };
}
