import { protocol } from "electron";

/** Where the page lives: nothing else is ever loaded into a window. */
export const APP_ADDRESS = "app://bundle/";

/** Whether an address belongs to the page; empty ones, about:blank and other hosts of the scheme do not. */
export function isAppAddress(address: string): boolean {
  return address.startsWith(APP_ADDRESS);
}

/** Makes app:// a secure origin of its own, under its own content security policy. To be called before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export interface AppRequests {
  /** Resolves once every request that has arrived is answered, so that no edit on its way is cut off. */
  readonly settled: () => Promise<void>;
}

/** Answers app:// with the same web handler that the loopback host serves. */
export function serveApp(handle: (request: Request) => Promise<Response>): AppRequests {
  const underWay = new Set<Promise<Response>>();
  protocol.handle("app", (request) => {
    if (!isAppAddress(request.url)) return new Response(null, { status: 404 });
    const answer = handle(request).finally(() => underWay.delete(answer));
    underWay.add(answer);
    return answer;
  });
  return {
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };
}
