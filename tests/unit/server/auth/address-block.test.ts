import { expect, it } from "vitest";
import { addressBlock } from "@/server/auth/address-block";
import { clientAddress } from "@/server/auth/client-address";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0001:0002::1", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["not an address", "unknown"],
  ["", "unknown"],
  [null, "unknown"],
])("counts %s as %s", (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

it("believes the nearest proxy, not what the client wrote before it", () => {
  const headers = new Headers({ "x-forwarded-for": "203.0.113.9, 192.0.2.7" });
  expect(clientAddress(headers)).toBe("192.0.2.7");
  expect(clientAddress(new Headers())).toBeNull();
});
