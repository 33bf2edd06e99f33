// Loaded into each web process before Next. What a page's `notFound()` leads to Next draws in the browser only: the HTML of
// its answer is empty. Here each such answer gets the body of the built page instead, the same for what does not
// exist and for what the reader may not see.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = readFileSync(join(import.meta.dirname, "../../.next/server/app/_not-found.html"));

subscribe("http.server.request.start", ({ response }) => {
  const { writeHead, write, end } = response;
  const isEmptyPage = () =>
    response.statusCode === 404 && String(response.getHeader("content-type")).startsWith("text/html");
  let isReplaced = false;
  response.writeHead = (...args) => {
    if (!response.headersSent && isEmptyPage()) {
      isReplaced = true;
      for (const name of ["Content-Encoding", "Transfer-Encoding", "ETag"]) response.removeHeader(name);
      response.setHeader("Content-Length", page.length);
    }
    return writeHead.apply(response, args);
  };
  // Headers go out before the body is looked at, so that the length is the new one's.
  const begin = () => {
    if (!response.headersSent && isEmptyPage()) response.writeHead(404);
  };
  response.write = (...args) => {
    begin();
    return isReplaced || write.apply(response, args);
  };
  response.end = (...args) => {
    begin();
    const told = args.filter((arg) => typeof arg === "function");
    return isReplaced ? end.call(response, page, ...told) : end.apply(response, args);
  };
});
