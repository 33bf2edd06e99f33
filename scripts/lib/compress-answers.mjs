// Loaded into each web process before Next, in place of its own compression, which knows gzip only: Brotli takes less time for
// fewer bytes.
import { subscribe } from "node:diagnostics_channel";
import { constants } from "node:zlib";
import compression from "compression";

// Two steps above the usual: a ranking is a sixth shorter for hardly more time.
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });

subscribe("http.server.request.start", ({ request, response }) => {
  compress(request, response, () => {});
  // Next would flush after each piece of a page, and each flush is a walk to another thread and back.
  response.flush = () => {};
});
