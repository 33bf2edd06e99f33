// `npm test`: from a bare checkout to every suite, and one line that sums them up.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { runTests } = await import("./run-tests.ts");
process.exit(await runTests(process.argv.slice(2)));
