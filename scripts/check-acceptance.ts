// Every acceptance case of docs/acceptance.md is proved by an end-to-end test, and every test names a known case.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareAcceptance } from "./lib/compare-acceptance";
import { ROOT } from "./lib/paths";

const DOCUMENT = join(ROOT, "docs/acceptance.md");
const TESTS = join(ROOT, "tests/e2e");

const document = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, "utf8") : "";
const specs = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => ({ name, text: readFileSync(join(TESTS, name), "utf8") }));

const problems = compareAcceptance(document, specs);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exit(problems.length === 0 ? 0 : 1);
