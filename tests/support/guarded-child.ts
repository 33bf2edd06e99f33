// Guards itself as the reader of files does, then tries every way out; prints what became of each as JSON.
import { execFileSync, fork, spawn, spawnSync } from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { closeDatabase, queryRows } from "@/server/db";
import { reachOnlyDatabase } from "@/server/imports/reach-only-database";

const [port = "0", path = ""] = process.argv.slice(2);
const place = { host: "127.0.0.1", port: Number(port) };
const address = `http://127.0.0.1:${port}/`;

const WAYS: Readonly<Record<string, () => unknown>> = {
  netOptions: () => once(net.connect(place), "connect"),
  netPort: () => once(net.connect(place.port, place.host), "connect"),
  netPath: () => once(net.connect(path), "connect"),
  socket: () => once(new net.Socket().connect(place.port, place.host), "connect"),
  tls: () => once(tls.connect(place), "secureConnect"),
  http: () => once(http.get(address), "response"),
  https: () => once(https.get(address.replace("http", "https")), "response"),
  fetch: () => fetch(address),
  datagram: () => dgram.createSocket("udp4").send("x", place.port, place.host),
  resolve: () => dns.promises.resolve4("here.invalid"),
  resolver: () => new dns.promises.Resolver().resolveTxt("here.invalid"),
  callback: () => dns.resolve("here.invalid", () => {}),
  spawn: () => spawn(process.execPath, ["--version"]),
  fork: () => fork("nowhere.js"),
  spawnSync: () => spawnSync(process.execPath, ["--version"]),
  execFileSync: () => execFileSync(process.execPath, ["--version"]),
};

async function outcomeOf(way: () => unknown): Promise<string> {
  try {
    await way();
    return "open";
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  }
}

reachOnlyDatabase();
const outcomes: Record<string, string> = {};
for (const [name, way] of Object.entries(WAYS)) outcomes[name] = await outcomeOf(way);
outcomes.database = await outcomeOf(() => queryRows("SELECT 1", []));
await closeDatabase();
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
