import "server-only";
import processes from "node:child_process";
import { Socket as Datagrams } from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import pg from "pg";
import { connectionConfig } from "../db";

/** Where a connection leads: a path stands for a socket of this machine. */
type Place = { readonly host: unknown; readonly port: unknown; readonly path: unknown };

/**
 * From now on this process connects to its database and nowhere else, sends no datagrams, asks no name server
 * and starts no process: whatever a file makes a reader do stays here. Cannot be taken back. It guards against
 * code that is led astray, not against foreign machine code.
 */
export function reachOnlyDatabase(): void {
  const { host, port } = new pg.Client(connectionConfig());
  const isPath = host.startsWith("/");
  const isDatabase = (place: Place): boolean =>
    isPath
      ? place.path === `${host}/.s.PGSQL.${port}`
      : place.path === undefined && place.host === host && Number(place.port) === port;
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
    if (isDatabase(placeOf(args))) return Reflect.apply(connect, this, args);
    // As late as the network would refuse it: whoever asked is listening by then.
    setImmediate(() => this.destroy(refusal()));
    return this;
  };
  refuseAll(Datagrams.prototype, /^(bind|connect|send)$/);
  refuseAll(processes, /^(spawn|exec|fork)/);
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    refuseAll(resolver, /^(resolve|reverse)/);
  }
  syncBuiltinESMExports();
}

function refuseAll(of: object, named: RegExp): void {
  for (const name of Object.getOwnPropertyNames(of)) if (named.test(name)) Reflect.set(of, name, refuse);
}

/** The arguments of `connect` in each of their forms: options, a path, a port and a host, or what Node makes of them. */
function placeOf(args: readonly unknown[]): Place {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    const of = (name: keyof Place): unknown => Reflect.get(first, name) ?? undefined;
    return { host: of("host") ?? "localhost", port: of("port"), path: of("path") };
  }
  const isPort = typeof first === "number" || /^\d+$/.test(String(first));
  if (!isPort) return { host: undefined, port: undefined, path: first };
  return { host: typeof second === "string" ? second : "localhost", port: first, path: undefined };
}

function refusal(): Error {
  return Object.assign(new Error("The reader of files reaches its database only"), { code: "EACCES" });
}

function refuse(): never {
  throw refusal();
}
