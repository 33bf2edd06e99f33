import type { UnitVolume } from "./plan-district";
import type { World } from "./world";

/** Resolved and late from 1 January to 31 October 2020: 19 150 and 1 157 together. */
const FIGURES: Readonly<Record<string, readonly [resolved: number, late: number]>> = {
  "21808": [2154, 210],
  "21811": [439, 78],
  "21814": [486, 17],
  "21817": [905, 35],
  "21820": [1010, 41],
  "21823": [980, 30],
  "21826": [271, 9],
  "21829": [872, 68],
  "21832": [566, 24],
  "21835": [310, 20],
  "21838": [690, 19],
  "21841": [598, 11],
  "21844": [765, 27],
  "21847": [1212, 120],
  "21850": [772, 42],
  "547.MC": [2250, 40],
  "547.TP": [820, 12],
  "547.TCKH": [640, 18],
  "547.KTHT": [310, 14],
  "547.NN": [120, 5],
  "547.LD": [900, 27],
  "547.TNMT": [150, 12],
  "547.GDDT": [60, 1],
  "547.VHTT": [40, 0],
  "547.VPDK": [1700, 267],
  "547.THUE": [130, 10],
};

/** Received in the same months where it was published, and how many of the resolved ones came from 2019. */
const RECEIVED: Readonly<Record<string, { received: number; carriedOver: number }>> = {
  "21811": { received: 436, carriedOver: 14 },
  "21814": { received: 489, carriedOver: 9 },
  "21826": { received: 272, carriedOver: 7 },
  "21832": { received: 570, carriedOver: 10 },
  "21835": { received: 308, carriedOver: 10 },
};

export const TAY_SON = "547";

export function taySonVolumes(world: World): UnitVolume[] {
  return Object.entries(FIGURES).map(([code, [resolved, late]]) => ({
    unit: world.unit("binh-dinh", code),
    resolved,
    late,
    openOverdue: null,
    overdueCohorts: [],
    exact: RECEIVED[code] ?? null,
  }));
}
