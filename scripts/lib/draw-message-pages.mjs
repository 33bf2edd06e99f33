// Loaded into each web process before Next, above what compresses its answers. What a page's `notFound()` or failure leads to
// Next draws in the browser only: the HTML of its answer is empty. Here each such answer gets the body of the built
// page instead: the same for what does not exist and for what the reader may not see; for a failure, one that needs
// no script, with the code under which the log has it.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const built = (name) => readFileSync(join(import.meta.dirname, `../../.next/server/app/${name}.html`), "utf8");
const PAGES = {
  404: built("_not-found"),
  500: built("failure").replaceAll(/<script.*?<\/script>|<link[^>]*as="script"[^>]*>/g, ""),
};
const THEME = /(?:^|;\s*)theme=(light|dark|contrast)(?:;|$)/;
const CODE = /digest\\?":\\?"(\w+)/;
const NO_CODE = "—";
const AGAIN = 'href="/failure"';

function escapeAttribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function drawPage(status, request, body) {
  const [, theme] = THEME.exec(request.headers.cookie ?? "") ?? [];
  const [, code = NO_CODE] = CODE.exec(body) ?? [];
  const page = theme === undefined ? PAGES[status] : PAGES[status].replace("<main", `<main data-theme="${theme}"`);
  if (status === 404) return Buffer.from(page);
  // Two slashes would begin the name of another host.
  const again = `href="${escapeAttribute(request.url.replace(/^\/+/, "/"))}"`;
  return Buffer.from(page.replace(NO_CODE, code).replace(AGAIN, () => again));
}

subscribe("http.server.request.start", ({ request, response }) => {
  const { writeHead, write, end, flushHeaders } = response;
  let isReplaced = false;
  let body = "";
  // Headers wait for the end of what is thrown away, so that they tell the length of the page instead.
  const isTaken = () => {
    const isEmptyPage =
      response.statusCode in PAGES && String(response.getHeader("content-type")).startsWith("text/html");
    if (!response.headersSent && isEmptyPage) isReplaced = true;
    return isReplaced;
  };
  const take = (chunk) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) body += Buffer.from(chunk).toString();
  };
  response.writeHead = (...args) => {
    response.statusCode = args[0];
    return isTaken() ? response : writeHead.apply(response, args);
  };
  response.flushHeaders = () => {
    if (!isTaken()) flushHeaders.call(response);
  };
  response.write = (...args) => {
    if (!isTaken()) return write.apply(response, args);
    take(args[0]);
    return true;
  };
  response.end = (...args) => {
    if (!isTaken()) return end.apply(response, args);
    take(args[0]);
    const page = drawPage(response.statusCode, request, body);
    for (const name of ["Content-Encoding", "Transfer-Encoding", "ETag"]) response.removeHeader(name);
    response.setHeader("Content-Length", page.length);
    Object.assign(response, { writeHead, write, end, flushHeaders });
    return response.end(page, ...args.filter((arg) => typeof arg === "function"));
  };
});
