import type { Rate } from "@/lib/sla";

/** Draws from [0, 1); the generator of Park and Miller (1988), another one than the engine's. */
export type Uniform = () => number;

export function uniformFrom(seed: number): Uniform {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function normal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** One of a level's units: how good it truly is, and what a month of chance made of it. */
export type SimulatedUnit = { readonly truth: number; readonly rate: NonNullable<Rate> };

/** How good a unit is, drawn at random. */
export type Truth = (uniform: Uniform) => number;

/** Spread evenly on the logit scale around a mean: not the Beta shape that the estimate assumes. */
export function logitNormal(mean: number, spread: number): Truth {
  return (uniform) => 1 / (1 + Math.exp(-(Math.log(mean / (1 - mean)) + spread * normal(uniform))));
}

/** Most units just good enough, some plainly bad: the shape that an estimate by moments likes least. */
export function twoKinds(good: number, bad: number, badShare: number): Truth {
  return (uniform) => (uniform() < badShare ? bad : good);
}

/** Units of very different size, half of them with fewer than 60 dossiers. */
export function simulateLevel(units: number, truthOf: Truth, uniform: Uniform): SimulatedUnit[] {
  return Array.from({ length: units }, () => {
    const truth = truthOf(uniform);
    const of = Math.max(3, Math.round(60 * Math.exp(normal(uniform))));
    let ok = 0;
    for (let dossier = 0; dossier < of; dossier++) if (uniform() < truth) ok++;
    return { truth, rate: { ok, of } };
  });
}

/** Spearman's rank correlation, equal values sharing the mean of their ranks. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [midranks(a), midranks(b)];
  const mean = (a.length + 1) / 2;
  let [both, ofLeft, ofRight] = [0, 0, 0];
  left.forEach((rank, index) => {
    const other = right[index] ?? 0;
    both += (rank - mean) * (other - mean);
    ofLeft += (rank - mean) ** 2;
    ofRight += (other - mean) ** 2;
  });
  return both / Math.sqrt(ofLeft * ofRight);
}

function midranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}
