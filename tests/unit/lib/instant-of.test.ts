import { expect, it } from "vitest";
import { instantOf } from "@/lib/instant-of";
import { momentOf, parseMoment } from "@/lib/sla";

it.each(["2020-10-31T23:59:59", "2020-01-01T00:00:00", "2019-12-31T06:30:00"])("%s in Vietnam and back", (text) => {
  const moment = parseMoment(text);
  const instant = instantOf(moment, "Asia/Ho_Chi_Minh");
  expect(instant.toISOString()).toBe(new Date(`${text}+07:00`).toISOString());
  expect(momentOf(instant, "Asia/Ho_Chi_Minh")).toBe(moment);
});
