// `npm run setup`: packages, the Prisma client and Next's generated types; what every check builds on.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { prepareSources } = await import("./lib/prepare-sources.ts");
await prepareSources();
