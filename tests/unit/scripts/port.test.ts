import { createServer } from "node:net";
import { expect, it } from "vitest";
import { choosePort } from "../../../scripts/lib/port";
import { freePort } from "../../../scripts/lib/postgres/free-port";

it.each(["0", "65536", "3000.5", "http"])("refuses the port %s", async (port) => {
  await expect(choosePort(port)).rejects.toMatchObject({ code: "portInvalid", params: { value: port } });
});

it.each([undefined, "127.0.0.1"])("refuses a port that somebody listens on at %s", async (host) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, host }, resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await expect(choosePort(String(port))).rejects.toMatchObject({ code: "portTaken", params: { port } });
  await new Promise((resolve) => server.close(resolve));
  expect(await choosePort(String(port))).toBe(port);
});

it("finds a free port", async () => {
  expect(await freePort(0)).toBeGreaterThan(0);
});
