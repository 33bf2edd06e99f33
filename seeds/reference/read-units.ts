import { z } from "zod";
import { readTable } from "./read-table";

export const PROVINCE_KEYS = ["binh-dinh", "bac-giang", "kon-tum"] as const;
export type ProvinceKey = (typeof PROVINCE_KEYS)[number];

export const SEED_UNIT_LEVELS = ["province", "department", "district", "division", "commune"] as const;

const orNull = (value: string): string | null => (value === "" ? null : value);

const unitRow = z
  .object({
    province_key: z.enum(PROVINCE_KEYS),
    code: z.string().min(1),
    name: z.string().min(1),
    level: z.enum(SEED_UNIT_LEVELS),
    kind: z.string().min(1),
    parent_code: z.string().transform(orNull),
    valid_from: z.string().transform(orNull),
    valid_until: z.string().transform(orNull),
    population: z.string().transform((value) => (value === "" ? null : Number(value))),
  })
  .transform((row) => ({
    provinceKey: row.province_key,
    code: row.code,
    name: row.name,
    level: row.level,
    kind: row.kind,
    parentCode: row.parent_code,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    population: row.population,
  }));

/** A unit as seeds/units.csv writes it. Days half-open; null: always, or still. */
export type SeedUnit = z.infer<typeof unitRow>;

const successionRow = z
  .object({
    province_key: z.enum(PROVINCE_KEYS),
    predecessor_code: z.string().min(1),
    successor_code: z.string().min(1),
    effective_on: z.string().length(10),
    extent: z.enum(["whole", "part", "remainder"]),
    certainty: z.enum(["known", "inferred"]),
  })
  .transform((row) => ({
    provinceKey: row.province_key,
    predecessorCode: row.predecessor_code,
    successorCode: row.successor_code,
    effectiveOn: row.effective_on,
    extent: row.extent,
  }));

export type SeedSuccession = z.infer<typeof successionRow>;

export function readUnits(): SeedUnit[] {
  return readTable("units.csv", unitRow);
}

export function readSuccessions(): SeedSuccession[] {
  return readTable("unit-succession.csv", successionRow);
}
