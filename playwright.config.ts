import { defineConfig } from "@playwright/test";
import { browserVersion, findInstalledBrowser } from "./scripts/find-browser.mjs";
import { describeElectron, findElectron } from "./scripts/find-electron.mjs";

/** The host that a project's tests run in. */
interface HostOption {
  host: "browser-mode" | "electron";
}

const browser = findInstalledBrowser();
if (browser === null) throw new Error("No Chromium or Chrome was found: run npm test, which gets one, or set CHROME_PATH");

// The configuration is read again in every worker; the run says it once, as its first line.
if (process.env.TEST_WORKER_INDEX === undefined)
  console.log(describeElectron(findElectron(), browserVersion(browser.path)));

const CHROMIUM_SWITCHES = [
  // Chromium refuses to run as root with its own sandbox.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig<HostOption>({
  testDir: "tests",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { launchOptions: { executablePath: browser.path, args: CHROMIUM_SWITCHES } },
  projects: [
    { name: "browser-mode", testMatch: "e2e/**/*.spec.ts", use: { host: "browser-mode" } },
    { name: "electron-setup", testMatch: "electron/electron.setup.ts" },
    {
      name: "electron",
      testMatch: ["electron/**/*.spec.ts", "e2e/**/*.spec.ts"],
      use: { host: "electron" },
      dependencies: ["electron-setup"],
    },
  ],
});
