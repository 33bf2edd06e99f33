import { defineConfig } from "vitest/config";
import { sharedOptions } from "./tests/setup/shared-options.ts";

export default defineConfig({
  ...sharedOptions,
  test: {
    ...sharedOptions.test,
    name: "integration",
    include: ["tests/integration/**/*.test.ts"],
    env: { TZ: "UTC" },
    globalSetup: ["tests/setup/database-server.ts"],
    setupFiles: [...sharedOptions.test.setupFiles, "tests/setup/fresh-database.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
