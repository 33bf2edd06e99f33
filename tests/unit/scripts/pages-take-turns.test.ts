import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";

type Held = { readonly url: string; readonly answer: () => void };

let held: Held[] = [];
let close: () => Promise<void>;
let address: string;

beforeAll(async () => {
  await import(new URL("../../../scripts/lib/pages-take-turns.mjs", import.meta.url).href);
});

beforeEach(async () => {
  held = [];
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
  vi.useRealTimers();
  await close();
});

function ask(path: string, method = "GET") {
  const request = get(new URL(path, address), { method, agent: false }, (response) => response.resume());
  request.on("error", () => {});
  return request;
}

const begun = () => held.map(({ url }) => url);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(2);
}

it("begins three pages, and the next in order when one has ended", async () => {
  for (const path of ["/1", "/2", "/3", "/4", "/5"]) {
    ask(path);
    await wait(5);
  }
  await until(() => held.length === 3);
  expect(begun()).toEqual(["/1", "/2", "/3"]);
  held[1]?.answer();
  await until(() => held.length === 4);
  expect(begun()).toEqual(["/1", "/2", "/3", "/4"]);
  held[0]?.answer();
  await until(() => held.length === 5);
});

it("keeps neither files nor data nor changes waiting", async () => {
  for (const path of ["/1", "/2", "/3", "/4"]) ask(path);
  await until(() => held.length === 3);
  ask("/_next/static/a.js");
  ask("/api/health");
  ask("/login", "POST");
  await until(() => held.length === 6);
  expect(begun().slice(3).sort()).toEqual(["/_next/static/a.js", "/api/health", "/login"]);
});

it("lets the next one begin when pages wait for something else", async () => {
  for (const path of ["/1", "/2", "/3", "/4"]) ask(path);
  await until(() => held.length === 3);
  await wait(20);
  expect(held).toHaveLength(3);
  vi.advanceTimersByTime(250);
  await until(() => held.length === 4);
});

it("makes no page for who has gone away", async () => {
  for (const path of ["/1", "/2", "/3"]) ask(path);
  await until(() => held.length === 3);
  const gone = ask("/gone");
  await wait(50);
  gone.destroy();
  ask("/5");
  await wait(50);
  held[0]?.answer();
  await until(() => held.length === 4);
  expect(begun()[3]).toBe("/5");
});
