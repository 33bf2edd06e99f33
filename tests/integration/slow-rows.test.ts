import { afterAll, beforeEach, expect, test } from "vitest";
import { parseDay } from "@/lib/sla";
import { askAhead } from "@/server/ask-ahead";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase, queryRows } from "@/server/db";
import { getTimeSpent } from "@/server/queries/get-time-spent";
import { slowRows } from "@/server/slow-rows";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince } from "../support/small-province";

type Row = { name: string; share: number; day: string; pauses: { from: string }[] | null };

const ROWS: Row[] = [
  { name: "Xã Ấp Bắc", share: 0.1 + 0.2, day: "2020-02-29", pauses: [{ from: "2020-03-01" }] },
  { name: "", share: -1, day: "2020-03-01", pauses: null },
];

afterAll(closeDatabase);
beforeEach(() => queryRows("DELETE FROM kept_answer", []));

let asked = 0;

function answer(rows: readonly object[], milliseconds: number) {
  return async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return [...rows];
  };
}

const askedFor = async (question: Parameters<typeof slowRows>[0], rows: readonly object[] = ROWS, slow = 200) => {
  const before = asked;
  const found = await slowRows(question, answer(rows, slow));
  return { found, asked: asked - before };
};

test("what took long is told once, and comes back as it was", async () => {
  const question = { key: "SELECT 1\n[1]", version: 7 };
  expect(await askedFor(question)).toEqual({ found: ROWS, asked: 1 });
  expect(await askedFor(question, [])).toEqual({ found: ROWS, asked: 0 });
  // Other parameters are another question.
  expect(await askedFor({ ...question, key: "SELECT 1\n[2]" }, [])).toEqual({ found: [], asked: 1 });
});

test("it holds under its own count of changes only, and the newest stays", async () => {
  const question = { key: "SELECT 2\n[]", version: 7 };
  await askedFor(question);
  expect(await askedFor({ ...question, version: 8 }, [{ name: "b" }])).toEqual({ found: [{ name: "b" }], asked: 1 });
  // A request that began before the change finds its own answer and leaves the newer one.
  expect(await askedFor(question, [{ name: "a" }])).toEqual({ found: [{ name: "a" }], asked: 1 });
  expect(await askedFor({ ...question, version: 8 }, [])).toEqual({ found: [{ name: "b" }], asked: 0 });
  expect(await queryRows("SELECT version FROM kept_answer", [])).toEqual([{ version: 8 }]);
});

test("what came at once, or holds moments, is not kept", async () => {
  await askedFor({ key: "quick", version: 1 }, ROWS, 0);
  await askedFor({ key: "moment", version: 1 }, [{ at: new Date(0) }]);
  expect(await queryRows("SELECT key FROM kept_answer", [])).toEqual([]);
});

test("asked ahead by the worker, before the first import and after it", async () => {
  const province = await makeProvince("ahead");
  const operator = operatorViewer(province.id);
  await askAhead(operator);
  await importRows(province, randomRows(200, 4));
  await askAhead(operator);
  const office = province.viewer("P", "province_office");
  const year = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
  const { total } = await getTimeSpent(office, { ...year, unitId: office.unitId });
  const [resolved] = await queryRows<{ count: number }>(
    `SELECT count(*) FROM dossier WHERE province_id = $1 AND counted AND outcome IN ('early', 'onTime', 'late', 'undated')
        AND closed_on BETWEEN '2020-01-01' AND '2020-12-31'`,
    [province.id],
  );
  expect(total.count).toBe(resolved?.count);
});
