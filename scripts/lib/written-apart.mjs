// Loaded into each web process before Next. While a document is made, its written rows lie here, one map for each
// request: what draws them takes them from it, and the data for React to take over from need not hold them once more.
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

const rows = new AsyncLocalStorage();
globalThis.writtenApart = rows;

// A soft step asks for the data alone: they must hold everything.
subscribe("http.server.request.start", ({ request }) => rows.enterWith(request.headers.rsc ? undefined : new Map()));
