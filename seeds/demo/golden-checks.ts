import { received, type Tally } from "@/lib/sla";
import { BINH_DINH_DISTRICTS } from "./binh-dinh";
import type { Recount } from "./recount";
import { TAY_SON } from "./tay-son";
import type { World } from "./world";

/** One published figure beside the one the demo dossiers give. */
export type GoldenCheck = { readonly figure: string; readonly published: string; readonly counted: string };

const YEAR_START = "2020-01-01";
const TEN_MONTHS_END = "2020-10-31";
const TARGET_DAY = "2020-10-30";
const LOW_VOLUME = 570;

const LATE_ABOVE_5 =
  "Thị trấn Phú Phong 9,75; Xã Bình Hòa 7,80; Xã Bình Nghi 9,90; Xã Bình Tân 17,77; Xã Bình Tường 6,45; Xã Tây Phú 5,44";
const LOW_VOLUMES = "Xã Bình Tân 436; Xã Bình Tường 308; Xã Tây An 272; Xã Tây Bình 570; Xã Tây Thuận 489";
const BELOW_95 =
  "Huyện Phù Cát; Huyện Phù Mỹ; Huyện Tây Sơn; Huyện Tuy Phước; Huyện Vân Canh; Thị xã An Nhơn; Thị xã Hoài Nhơn";
const BAC_GIANG_OVERDUE = { "2023-08-31": 1, "2023-09-30": 36, "2023-10-31": 42, "2023-11-30": 55 };

const collator = new Intl.Collator("vi");

function resolved({ early, onTime, late }: Tally): number {
  return early + onTime + late;
}

/** Hundredths of a percent, rounded half up, with a comma. */
function percent(part: number, whole: number): string {
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}`;
}

function inOrder(lines: readonly string[]): string {
  return [...lines].sort(collator.compare).join("; ");
}

export function checkTaySon(world: World, counts: Recount): GoldenCheck[] {
  const total = counts.total(YEAR_START, TEN_MONTHS_END);
  const communes = world
    .below(world.unit("binh-dinh", TAY_SON))
    .filter(({ level }) => level === "commune")
    .map(({ code, name }) => ({ name, tally: counts.ofUnit(code, YEAR_START, TEN_MONTHS_END) }));
  const late = communes.filter(({ tally }) => tally.late * 20 > resolved(tally));
  const low = communes.filter(({ tally }) => received(tally) <= LOW_VOLUME);
  return [
    { figure: "Tây Sơn: resolved", published: "19150", counted: String(resolved(total)) },
    { figure: "Tây Sơn: late", published: "1157", counted: String(total.late) },
    { figure: "Tây Sơn: late, %", published: "6,04", counted: percent(total.late, resolved(total)) },
    {
      figure: "Tây Sơn: on time, %",
      published: "93,96",
      counted: percent(resolved(total) - total.late, resolved(total)),
    },
    {
      figure: "Tây Sơn: communes above 5 % late",
      published: LATE_ABOVE_5,
      counted: inOrder(late.map(({ name, tally }) => `${name} ${percent(tally.late, resolved(tally))}`)),
    },
    {
      figure: "Tây Sơn: communes that received 570 or less",
      published: LOW_VOLUMES,
      counted: inOrder(low.map(({ name, tally }) => `${name} ${received(tally)}`)),
    },
  ];
}

/** Districts below 95 % on time, from one recount per district in the order of `BINH_DINH_DISTRICTS`. */
export function checkDistricts(world: World, counts: readonly Recount[]): GoldenCheck[] {
  return [TARGET_DAY, TEN_MONTHS_END].map((to) => {
    const below = BINH_DINH_DISTRICTS.filter((_, index) => {
      const tally = counts[index]?.total(YEAR_START, to);
      return tally !== undefined && tally.late * 20 > resolved(tally);
    });
    return {
      figure: `Bình Định: districts below 95 % to ${to}`,
      published: BELOW_95,
      counted: inOrder(below.map((code) => world.unit("binh-dinh", code).name)),
    };
  });
}

export function checkBacGiang(counts: Recount): GoldenCheck[] {
  return Object.entries(BAC_GIANG_OVERDUE).map(([day, overdue]) => ({
    figure: `Bắc Giang city: open overdue on ${day}`,
    published: String(overdue),
    counted: String(counts.total(`${day.slice(0, 8)}01`, day).overdue),
  }));
}

export function checkKonTum(counts: Recount): GoldenCheck[] {
  const tally = counts.total("2023-01-01", "2023-01-31");
  return [
    { figure: "Kon Tum: resolved late in January 2023", published: "273", counted: String(tally.late) },
    { figure: "Kon Tum: open overdue on 2023-01-31", published: "710", counted: String(tally.overdue) },
  ];
}
