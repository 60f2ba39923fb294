import { browser } from "./app.ts";

type Reply = (isGranted: boolean) => void;
type RequestHandler = (contents: null, permission: string, reply: Reply, details: object) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;

let onRequest: RequestHandler | null = null;
let onCheck: CheckHandler | null = null;

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: RequestHandler | null): void {
      onRequest = handler;
    },
    setPermissionCheckHandler(handler: CheckHandler | null): void {
      onCheck = handler;
    },
    /** Headless Chromium has no devices to grant. */
    setDevicePermissionHandler(): void {},
  },
};

// As Electron names it, and as Chromium's protocol does.
const PERMISSIONS: Readonly<Record<string, string>> = {
  geolocation: "geolocation",
  notifications: "notifications",
  media: "camera",
  midi: "midi",
  "idle-detection": "idle-detection",
  "clipboard-read": "clipboard-read",
  "clipboard-sanitized-write": "clipboard-write",
};

/** Tells Chromium what the program's handlers say of each permission; without handlers everything is granted, as in Electron. */
export async function applyPermissions(): Promise<void> {
  for (const [permission, name] of Object.entries(PERMISSIONS))
    await browser.setPermission(name, (await isRequestGranted(permission)) && isCheckPassed(permission));
}

function isCheckPassed(permission: string): boolean {
  return onCheck?.(null, permission, "", {}) ?? true;
}

function isRequestGranted(permission: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (onRequest === null) resolve(true);
    else onRequest(null, permission, resolve, {});
  });
}
