import { defineConfig } from "@playwright/test";

// For `npm run screens`: what takes pictures is no test, and runs only when it is asked for.
export default defineConfig({
  testDir: ".",
  testMatch: "take-screens.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 600_000,
  reporter: "list",
  use: { actionTimeout: 15_000 },
});
