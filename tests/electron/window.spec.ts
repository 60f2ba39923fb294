import { expect } from "@playwright/test";
import { test } from "./desktop.ts";

test("opens one window on the page, and shows it", async ({ desktop }) => {
  await desktop.open();
  const windows = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      address: window.webContents.getURL(),
      isVisible: window.isVisible(),
    })),
  );
  expect(windows).toEqual([{ address: expect.stringMatching(/^app:\/\/bundle\//), isVisible: true }]);
});

test("gives the page neither Node nor Electron, only what the desktop asks", async ({ desktop }) => {
  const page = await desktop.open();
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not among Electron's types, though Electron's own tests read it.
    return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: process.platform === "darwin",
  });
  const found = await page.evaluate(() => ({
    globals: ["require", "process", "module", "Buffer"].filter((name) => name in window),
    bridge: Object.keys(window["ahqHost" as keyof Window] ?? {}),
  }));
  expect(found).toEqual({ globals: [], bridge: ["onRequest"] });
});

test("stays on the page whatever the page tries", async ({ desktop }) => {
  const page = await desktop.open();
  for (const address of ["https://example.org/", "http://127.0.0.1:9/", "file:///etc/hosts"]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.waitForTimeout(200);
    const now = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    );
    expect(now).toMatch(/^app:\/\/bundle\//);
    await expect(page.getByRole("navigation", { name: "Screens" })).toBeVisible();
  }
});

test("can be loaded again, which is no navigation elsewhere", async ({ desktop }) => {
  const page = await desktop.open();
  await page.evaluate(() => Object.assign(window, { isOldPage: true }));
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
  expect(await page.evaluate(() => "isOldPage" in window)).toBe(false);
  await expect(page.getByRole("navigation", { name: "Screens" })).toBeVisible();
});

test("opens nothing but the page in a further window, and https outside only after asking", async ({ desktop }) => {
  const page = await desktop.open();
  await desktop.app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[] };
    Object.assign(globalThis, { seen });
    const answers = [1, 0];
    dialog.showMessageBox = async (...asked: unknown[]) => {
      seen.asked.push((asked.at(-1) as { detail: string }).detail);
      return { response: answers.shift() ?? 1, checkboxChecked: false };
    };
    shell.openExternal = async (address) => {
      seen.opened.push(address);
    };
  });
  const addresses = [
    "https://example.org/refused",
    "https://example.org/allowed",
    "http://example.org/",
    "about:blank",
  ];
  for (const address of addresses) await page.evaluate((to) => void window.open(to), address);
  const seen = () => desktop.app.evaluate(() => (globalThis as unknown as { seen: object }).seen);
  await expect.poll(seen).toEqual({
    asked: ["https://example.org/refused", "https://example.org/allowed"],
    opened: ["https://example.org/allowed"],
  });
  await expect.poll(() => desktop.app.context().pages().length).toBe(1);
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("opens the page in a further window beside the first", async ({ desktop }) => {
  const page = await desktop.open();
  const [further] = await Promise.all([
    desktop.app.waitForEvent("window"),
    desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("new-window")?.click()),
  ]);
  await further.getByRole("navigation", { name: "Screens" }).waitFor();
  const bounds = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getBounds()),
  );
  expect(new Set(bounds.map(({ x, y }) => `${x},${y}`)).size).toBe(2);

  await page.evaluate(() => void window.open(`${location.origin}/#/compare`));
  const addresses = () =>
    desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => /#[^?]*/.exec(window.webContents.getURL())?.[0]),
    );
  await expect.poll(addresses).toEqual(["#/overview", "#/overview", "#/compare"]);
  await expect.poll(() => desktop.app.windows().length).toBe(3);
});

test("refuses every permission but writing to the clipboard", async ({ desktop }) => {
  const page = await desktop.open();
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "midi", "clipboard-read", "clipboard-write"];
    const found = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  });
  expect(states).toEqual({
    geolocation: "denied",
    notifications: "denied",
    camera: "denied",
    midi: "denied",
    "clipboard-read": "denied",
    "clipboard-write": "granted",
  });
});

test("attaches no webview", async ({ desktop }) => {
  await desktop.open();
  const isRefused = await desktop.app.evaluate(({ BrowserWindow }) => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit("will-attach-webview", event, {}, {});
    return prevented;
  });
  expect(isRefused).toBe(true);
});

test("runs the page under a content security policy", async ({ desktop }) => {
  const page = await desktop.open();
  const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
  expect(policy).toContain("default-src 'none'");
  const hasRun = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.hasRun = true";
    document.head.append(script);
    return "hasRun" in window;
  });
  expect(hasRun).toBe(false);
});
