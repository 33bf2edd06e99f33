import { expect, it } from "vitest";
import { isSameOrigin } from "@/server/access/is-same-origin";

it.each([
  [{ origin: "http://localhost:3000", host: "localhost:3000" }, true],
  [{ origin: "https://dunghen.example", host: "127.0.0.1:3000", "x-forwarded-host": "dunghen.example" }, true],
  [{ "sec-fetch-site": "same-origin", host: "localhost:3000" }, true],
  [{ origin: "http://localhost:4000", host: "localhost:3000" }, false],
  [{ origin: "https://other.dunghen.example", host: "dunghen.example" }, false],
  [{ origin: "null", host: "localhost:3000" }, false],
  [{ origin: "http://localhost:3000" }, false],
  [{ "sec-fetch-site": "same-site", host: "localhost:3000" }, false],
  [{ host: "localhost:3000" }, false],
])("%o: %s", (headers, expected) => {
  expect(isSameOrigin(new Headers(headers))).toBe(expected);
});
