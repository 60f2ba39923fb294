import { useEffect } from "react";
import { isPageCommandId } from "../../api/commands.ts";
import type { DesktopBridge, DesktopRequest } from "../../api/desktop-request.ts";
import type { NamedFile } from "../shared/chosen-files.ts";
import { useLibrary } from "../shared/use-library.tsx";
import type { Actions } from "./commands/use-actions.ts";

declare global {
  interface Window {
    readonly ahqHost?: DesktopBridge;
  }
}

type OfferedFiles = Extract<DesktopRequest, { readonly kind: "files" }>["files"];

/** Does what the desktop asks: commands of its menu, a package of its list, files that the program was opened with. */
export function useDesktopRequests(actions: Actions): void {
  const { open, offer } = useLibrary();
  useEffect(() => {
    return window.ahqHost?.onRequest(async (asked) => {
      // Fetched with the first request: no page needs it to show its first screen, and in the browser there is no desktop.
      const { desktopRequestSchema } = await import("../../api/desktop-request.ts");
      const request = desktopRequestSchema.parse(asked);
      if (request.kind === "package") open(request.id);
      else if (request.kind === "files") void fetchFiles(request.files).then(offer);
      else if (isPageCommandId(request.id)) actions[request.id]();
    });
  }, [actions, open, offer]);
}

async function fetchFiles(files: OfferedFiles): Promise<readonly NamedFile[]> {
  return await Promise.all(
    files.map(async ({ name, address }) => {
      const reply = await fetch(address);
      // One that cannot be read comes as an empty file: the dialog that opens on it says which.
      return { name, file: new File(reply.ok ? [await reply.blob()] : [], name) };
    }),
  );
}
