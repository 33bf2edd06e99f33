// Loaded into each web process before Next. A page is made of CPU time: twenty that are begun at once all end late, a few
// at a time let most end early. So the others wait, in the order in which they came.
import { AsyncResource } from "node:async_hooks";
import { Server } from "node:http";

const AT_ONCE = 3;
/** A page that takes longer (milliseconds) waits for something else, the database perhaps, and lets the next one begin. */
const PATIENCE = 250;

const waiting = [];
let begun = 0;

/** Files and data are no pages; what changes something is not kept waiting either. */
function isPage({ method, url }) {
  return method === "GET" && !url.startsWith("/_next/") && !url.startsWith("/api/");
}

function begin({ response, make }) {
  begun += 1;
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(patience);
    begun -= 1;
    beginNext();
  };
  const patience = setTimeout(end, PATIENCE);
  response.once("close", end);
  make();
}

function beginNext() {
  while (begun < AT_ONCE && waiting.length > 0) {
    const next = waiting.shift();
    // Whoever went away meanwhile needs no answer.
    if (!next.response.destroyed) begin(next);
  }
}

const { emit } = Server.prototype;

Server.prototype.emit = function emitInTurn(event, request, response, ...others) {
  if (event !== "request" || !isPage(request)) return emit.call(this, event, request, response, ...others);
  // What was laid down for the request before it waited goes with it.
  const make = AsyncResource.bind(() => emit.call(this, event, request, response));
  waiting.push({ response, make });
  beginNext();
  return true;
};
