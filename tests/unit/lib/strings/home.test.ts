import { describe, expect, it } from "vitest";
import { paretoOf, shareOf } from "@/lib/insight/pareto";
import { parseDay } from "@/lib/sla";
import { belowShareText, freshnessFinding, lowUsageFinding, signsFinding } from "@/lib/strings/home";

const FROM_95 = { thresholdBp: 9500, mustExceed: false };

describe("what the units below the target make of the late dossiers", () => {
  const units = [
    { late: 50, meets: false },
    { late: 30, meets: true },
    { late: 7, meets: false },
    { late: 0, meets: false },
  ];
  // Thirteen more are late in no unit of the list.
  const pareto = paretoOf(units, ({ late }) => late, 100);

  it("is counted of the whole, units without any left out", () => {
    const share = shareOf(pareto, ({ meets }) => !meets);
    expect(share).toEqual({ units: 2, count: 57, whole: 100, shareBp: 5700 });
    expect(belowShareText(share, FROM_95)).toBe("2 đơn vị chưa đạt mức 95% gây ra 57 trong 100 hồ sơ trễ (57,00%).");
  });

  it("is nothing where nobody is late", () => {
    expect(
      shareOf(
        paretoOf([], () => 0, 0),
        () => true,
      ),
    ).toEqual({ units: 0, count: 0, whole: 0, shareBp: 0 });
  });
});

it("names the source that lags", () => {
  const source = (name: string, asOf: string) => ({ name, asOf: parseDay(asOf) });
  expect(freshnessFinding([source("iGate", "2020-10-31")])).toBe("1 nguồn số liệu, đến 31/10/2020");
  expect(freshnessFinding([source("iGate", "2020-10-31"), source("Cổng quốc gia", "2020-09-30")])).toBe(
    "2 nguồn số liệu, cũ nhất đến 30/09/2020 (Cổng quốc gia)",
  );
});

it("tells units that never used the software from those that stopped", () => {
  const [hardly, fallen] = [{ isHardlyUsed: true }, { isHardlyUsed: false }];
  expect(lowUsageFinding([])).toBe("Không có đơn vị nào dùng phần mềm quá ít.");
  expect(lowUsageFinding([hardly, hardly])).toBe("2 xã, phường hầu như không dùng phần mềm");
  expect(lowUsageFinding([fallen])).toBe("1 xã, phường nhận chưa bằng nửa mức thường");
  expect(lowUsageFinding([hardly, fallen])).toBe(
    "1 xã, phường nhận chưa bằng nửa mức thường, 1 xã, phường hầu như không dùng phần mềm",
  );
});

it("counts the signs that were found among those that could be looked for", () => {
  const october = { from: parseDay("2020-10-01"), to: parseDay("2020-10-31") };
  expect(signsFinding(october, [3, 0, null, 1])).toBe("Tháng 10/2020: 2 trong 3 dấu hiệu bất thường có hồ sơ cần xem");
  expect(signsFinding(october, [0, null])).toBe("Tháng 10/2020: không có dấu hiệu bất thường nào");
  expect(signsFinding(october, [null])).toBe("Tháng 10/2020: chưa có hồ sơ để kiểm tra dấu hiệu bất thường");
});
