import { useEffect, useState } from "react";
import type { HostInfo, PackageSummary } from "../../api/contract.ts";
import type { Settings } from "../../api/settings.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { describeFault } from "../../core/dataset/fault.ts";
import { readPackage } from "../../formats/read-package.ts";
import { callHost } from "../shared/host-client.ts";

/** Everything that the page asks of its host before it can show a screen. */
export interface OpenPackage {
  readonly dataset: Dataset;
  readonly packages: readonly PackageSummary[];
  readonly settings: Settings;
  readonly host: HostInfo;
}

export type Opening =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly open: OpenPackage }
  | { readonly kind: "failed"; readonly message: string; readonly details: readonly string[] };

/** Opens the package that was active when the workbench was left, or the first that can be read. */
export function useOpenPackage(): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Opening) => {
      if (isCurrent) setOpening(next);
    };
    openPackage().then(settle, (error: Error) => settle({ kind: "failed", message: error.message, details: [] }));
    return () => {
      isCurrent = false;
    };
  }, []);
  return opening;
}

async function openPackage(): Promise<Opening> {
  const [host, settings, packages] = await Promise.all([
    callHost("hostInfo", {}),
    callHost("readSettings", {}),
    callHost("listPackages", {}),
  ]);
  const readable = packages.filter(({ faults }) => faults.length === 0);
  const chosen = readable.find(({ id }) => id === settings.activePackage) ?? readable[0];
  if (chosen === undefined) {
    const details = packages.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`));
    return { kind: "failed", message: "There is no package that can be opened.", details };
  }
  const { files } = await callHost("readPackageFiles", { id: chosen.id });
  const { dataset, faults } = readPackage(files);
  if (dataset === undefined)
    return { kind: "failed", message: `${chosen.id} cannot be opened.`, details: faults.map(describeFault) };
  return { kind: "open", open: { dataset, packages, settings, host } };
}
