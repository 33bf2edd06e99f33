// `npm start`: from a bare checkout to a running product.
import { bootstrap } from "./lib/bootstrap.mjs";

await bootstrap();
const { runProduct } = await import("./run-product.ts");
await runProduct({ development: false });
