// `npm run -s dunghen -- …`: the operator's command line, with the database up.
import { launch } from "./lib/launch.mjs";

await launch("scripts/dunghen.ts", process.argv.slice(2));
