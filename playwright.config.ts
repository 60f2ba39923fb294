import { defineConfig } from "@playwright/test";
import { findInstalledBrowser } from "./scripts/find-browser.mjs";

const executablePath = findInstalledBrowser()?.path;

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

// Each project runs in one of the hosts; the same end-to-end specs run in both.
export default defineConfig({
  testDir: "tests",
  globalSetup: "./tests/e2e/build-stand-in.ts",
  workers: 2,
  // A loaded machine stalls a browser now and then; `npm test` names each test that took a second try.
  retries: 1,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { launchOptions: { args: CHROMIUM_SWITCHES, ...(executablePath === undefined ? {} : { executablePath }) } },
  projects: [
    { name: "browser-mode", testMatch: "e2e/**/*.spec.ts" },
    { name: "electron", testMatch: ["electron/**/*.spec.ts", "e2e/**/*.spec.ts"] },
  ],
});
