import "server-only";
import { isIPv4, isIPv6 } from "node:net";

/** The 16-bit groups of an IPv6 address, the "::" written out. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => "0"), ...right];
}

/**
 * What counts as one address when logins are throttled: an IPv4 address, or the /64 of an IPv6 address,
 * which is what one subscriber holds. "unknown" for anything else.
 */
export function addressBlock(address: string | null): string {
  const bare = address?.trim().replace(/%.*$/, "").toLowerCase() ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare;
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(mapped)) return "unknown";
  const network = groupsOf(mapped)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
