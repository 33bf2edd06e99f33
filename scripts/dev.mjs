// `npm run dev`: the product with Next's development server.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { runProduct } = await import("./run-product.ts");
await runProduct({ development: true });
