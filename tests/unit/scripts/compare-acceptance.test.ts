import { describe, expect, it } from "vitest";
import { compareAcceptance } from "../../../scripts/lib/compare-acceptance";

const DOCUMENT = "| [AC-01] | anyone | sees the page |\n| [AC-02] | anyone | signs in |\n";

function spec(...titles: string[]) {
  return { name: "a.spec.ts", text: titles.map((title) => `test("${title}", async () => {});`).join("\n") };
}

describe("acceptance cases", () => {
  it("agree when each has a test and each test a case", () => {
    expect(compareAcceptance(DOCUMENT, [spec("[AC-01] page"), spec("[AC-02] sign in", "[AC-01] again")])).toEqual([]);
  });

  it("miss a test", () => {
    expect(compareAcceptance(DOCUMENT, [spec("[AC-01] page")])).toEqual(["AC-02 has no end-to-end test"]);
  });

  it("are unknown to the document", () => {
    expect(compareAcceptance(DOCUMENT, [spec("[AC-01] page", "[AC-02] in", "no case", "[AC-77] other")])).toEqual([
      'tests/e2e/a.spec.ts: "[AC-77] other" names a case that docs/acceptance.md does not list',
    ]);
  });

  it("are listed once", () => {
    const twice = `${DOCUMENT}| [AC-02] | anyone | signs in again |\n`;
    expect(compareAcceptance(twice, [spec("[AC-01] page", "[AC-02] in")])).toEqual(["AC-02 is listed twice"]);
  });
});
