import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";

type Held = { readonly url: string; readonly answer: () => void };

/** What has arrived and what has been left, also of those that still wait for their turn. */
let arrived: string[] = [];
let left: string[] = [];
let held: Held[] = [];
let close: () => Promise<void>;
let address: string;

function onArrival(message: unknown): void {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const url = request.url ?? "";
  arrived.push(url);
  response.once("close", () => left.push(url));
}

beforeAll(async () => {
  await import(new URL("../../../scripts/lib/pages-take-turns.mjs", import.meta.url).href);
});

beforeEach(async () => {
  [arrived, left, held] = [[], [], []];
  subscribe("http.server.request.start", onArrival);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    held.push({ url: request.url ?? "", answer: () => response.end("ok") });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  address = `http://127.0.0.1:${bound.port}`;
  // Of the product: the test itself waits by `node:timers/promises`.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});
afterEach(async () => {
  await close();
  // A server says that it is closed before its answers do, and each of them begins the next.
  await until(() => left.length === arrived.length);
  vi.useRealTimers();
  unsubscribe("http.server.request.start", onArrival);
});

/** One after the other: the order of arrival is the order of the calls. */
async function ask(path: string, method = "GET") {
  const request = get(new URL(path, address), { method, agent: false }, (response) => response.resume());
  request.on("error", () => {});
  await until(() => arrived.includes(path));
  return request;
}

const begun = () => held.map(({ url }) => url);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(2);
}

it("begins three pages, and the next in order when one has ended", async () => {
  for (const path of ["/1", "/2", "/3", "/4", "/5"]) await ask(path);
  expect(begun()).toEqual(["/1", "/2", "/3"]);
  held[1]?.answer();
  await until(() => held.length === 4);
  expect(begun()).toEqual(["/1", "/2", "/3", "/4"]);
  held[0]?.answer();
  await until(() => held.length === 5);
});

it("keeps neither files nor data nor changes waiting", async () => {
  for (const path of ["/1", "/2", "/3", "/4"]) await ask(path);
  await ask("/_next/static/a.js");
  await ask("/api/health");
  await ask("/login", "POST");
  expect(begun()).toEqual(["/1", "/2", "/3", "/_next/static/a.js", "/api/health", "/login"]);
});

it("lets the next one begin when pages wait for something else", async () => {
  for (const path of ["/1", "/2", "/3", "/4"]) await ask(path);
  expect(held).toHaveLength(3);
  vi.advanceTimersByTime(249);
  expect(held).toHaveLength(3);
  vi.advanceTimersByTime(1);
  expect(held).toHaveLength(4);
});

it("makes no page for who has gone away", async () => {
  for (const path of ["/1", "/2", "/3"]) await ask(path);
  const gone = await ask("/gone");
  gone.destroy();
  await until(() => left.includes("/gone"));
  await ask("/5");
  held[0]?.answer();
  await until(() => held.length === 4);
  expect(begun()[3]).toBe("/5");
});
