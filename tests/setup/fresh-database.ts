import { afterAll, inject } from "vitest";
import { createDatabase, dropDatabase } from "../support/database";

// Runs before the modules of each test file are loaded, so that src/server/env.ts reads this database.
const url = await createDatabase(inject("databaseServer"), inject("databaseTemplate"));
process.env.DATABASE_URL = url;
process.env.NEXTAUTH_SECRET ??= "a-secret-that-only-the-tests-know-0123456789";

afterAll(async () => {
  const { closeDatabase } = await import("@/server/db");
  await closeDatabase();
  await dropDatabase(url);
});
