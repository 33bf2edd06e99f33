import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the unit and the integration suites have in common. */
export const sharedOptions = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}src/` },
      // The package throws outside a React server; tests are no React server.
      { find: /^server-only$/, replacement: `${root}tests/setup/server-only.ts` },
    ],
  },
  test: {
    root,
    environment: "node" as const,
    // Threads would ignore a TZ that is set after the process began.
    pool: "forks" as const,
    setupFiles: ["tests/setup/silence.ts"],
    passWithNoTests: false,
  },
};
