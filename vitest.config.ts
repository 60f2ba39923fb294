import { defineConfig } from "vitest/config";

const CORE = "tests/core/**/*.test.ts";

export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 20_000,
    projects: [
      // The core has no environment to keep apart: one worker loads it once, which halves the time.
      { extends: true, test: { name: "core", include: [CORE], isolate: false } },
      { extends: true, test: { name: "rest", include: ["tests/**/*.test.{ts,tsx}"], exclude: [CORE] } },
    ],
  },
});
