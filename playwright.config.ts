import { defineConfig } from "@playwright/test";

// Without these, Chromium keeps asking a closed network for things nobody needs.
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  // The suites share one database; those that write to it come last, so that the others read the demo data as loaded.
  workers: 1,
  projects: [
    { name: "reading", testIgnore: "writing/**" },
    { name: "writing", testMatch: "writing/**", dependencies: ["reading"] },
  ],
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_FLAGS },
  },
});
