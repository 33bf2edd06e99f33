import { defineConfig } from "vitest/config";
import { sharedOptions } from "./tests/setup/shared-options.ts";

// Unit suites keep no state, so the files of a worker share its modules: half the time.
// CI asks ten thousand cases and more of each property: that takes its time.
const unitOptions = { ...sharedOptions.test, isolate: false, testTimeout: process.env.CI ? 600_000 : 60_000 };

/** Suites of pure date arithmetic must not notice in which zone the machine stands. */
const OTHER_ZONES = ["Asia/Ho_Chi_Minh", "America/Los_Angeles"];

export default defineConfig({
  test: {
    projects: [
      {
        ...sharedOptions,
        test: {
          ...unitOptions,
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          env: { TZ: "UTC" },
        },
      },
      ...OTHER_ZONES.map((zone) => ({
        ...sharedOptions,
        test: {
          ...unitOptions,
          name: `lib in ${zone}`,
          include: ["tests/unit/lib/**/*.test.ts"],
          env: { TZ: zone },
        },
      })),
    ],
  },
});
