// Builds the production pages ahead of the first start.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { prepareSources } = await import("./lib/prepare-sources.ts");
const { ensureBuild } = await import("./lib/ensure-build.ts");
await prepareSources();
await ensureBuild();
