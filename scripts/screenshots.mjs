// `npm run screenshots`: every page, wide and narrow, into docs/screenshots.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { takeScreenshots } = await import("./take-screenshots.ts");
await takeScreenshots();
process.exit(0);
