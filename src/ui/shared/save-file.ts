import type { HostPower } from "../../api/contract.ts";
import { saveThroughHost } from "./host-client.ts";

/** Saves bytes under a name: through the host's own dialog where it has one, as a download otherwise. The path where it is known. */
export async function saveFile(
  powers: readonly HostPower[],
  name: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (powers.includes("save-file")) return (await saveThroughHost(name, bytes.buffer)).path;
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return null;
}
