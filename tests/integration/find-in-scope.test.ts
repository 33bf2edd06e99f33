import { beforeAll, expect, test } from "vitest";
import { queryRows } from "@/server/db";
import { findInScope } from "@/server/queries/find-in-scope";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

let province: SmallProvince;

beforeAll(async () => {
  province = await makeProvince("find");
  await importRows(province, randomRows(200, 5));
});

const namesFor = async (text: string): Promise<string[]> => {
  const { units, procedures } = await findInScope(province.viewer("P"), text);
  return [...units, ...procedures].map(({ name }) => name);
};

test.each([
  ["dong ha", ["Thị xã Đông Hà"]],
  ["ĐÔNG HÀ", ["Thị xã Đông Hà"]],
  ["hòa sơn", ["Xã Hòa Sơn"]],
  ["hoà", ["Xã Hòa Sơn"]],
  ["son hoa", ["Xã Hòa Sơn"]],
  ["khai sinh", ["Đăng ký khai sinh"]],
  ["dang ky", ["Chi nhánh Văn phòng đăng ký đất đai huyện An Bình", "Đăng ký khai sinh"]],
  ["1.000002", ["Cấp giấy phép xây dựng nhà ở"]],
  ["không có gì", []],
  ["%", []],
  ["", []],
])("%j finds %j", async (text, names) => {
  expect((await namesFor(text)).sort()).toEqual([...names].sort());
});

test("names that begin with the text come first", async () => {
  expect((await namesFor("huyen an binh"))[0]).toBe("Huyện An Bình");
});

test("a dossier by the beginning of its code, in capitals or not; the unique key answers", async () => {
  const [row] = await queryRows<{ code: string }>("SELECT code FROM dossier ORDER BY code LIMIT 1", []);
  const code = row?.code ?? "";
  expect(code.length).toBeGreaterThan(4);
  const viewer = province.viewer("P");
  expect((await findInScope(viewer, code)).dossiers[0]?.code).toBe(code);
  expect((await findInScope(viewer, code.slice(0, -1).toLowerCase())).dossiers.map((found) => found.code)).toContain(
    code,
  );
  expect((await findInScope(viewer, code.slice(0, 3))).dossiers).toEqual([]);
  const { dossiers } = await findInScope(province.viewer("A1"), code.slice(0, 4));
  const own = await queryRows<{ code: string }>("SELECT code FROM dossier WHERE unit_id = $1 ORDER BY code LIMIT 20", [
    province.units.A1?.id,
  ]);
  expect(dossiers.map((found) => found.code)).toEqual(own.map((found) => found.code));
});
