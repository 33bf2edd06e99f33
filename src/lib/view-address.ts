import { dossierFilterToParams, parseDossierFilter, parseView, type SearchParams, viewToParams } from "./filters";
import { homeViewToParams, parseHomeView } from "./home-view";
import { parseRankingChoice, rankingChoiceToParams } from "./ranking-choice";

/** The pages whose address is a view. */
export const VIEW_PAGES = ["home", "ranking", "compare", "quality", "unit", "dossiers"] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** A unit as an address names it. */
export type NamedUnit = { readonly code: string } | { readonly id: number };

/** A view without its unit, which is kept apart; null: the reader's own. */
export type ViewAddress = {
  readonly page: ViewPage;
  readonly unit: NamedUnit | null;
  /** As the page reads them: what is unknown or malformed is gone. */
  readonly params: URLSearchParams;
};

const PATHS: Readonly<Record<Exclude<ViewPage, "unit">, string>> = {
  home: "/",
  ranking: "/ranking",
  compare: "/compare",
  quality: "/quality",
  dossiers: "/dossiers",
};

const BASE = "http://here.invalid";
const UNIT_PATH = /^\/units\/([1-9]\d{0,8})$/;

/** What a page reads of its parameters, written again: state → address → state changes nothing. */
export const PAGE_PARAMS: Readonly<Record<ViewPage, (params: SearchParams) => URLSearchParams>> = {
  home: (params) => homeViewToParams(parseHomeView(params)),
  ranking: (params) =>
    new URLSearchParams([...viewToParams(parseView(params)), ...rankingChoiceToParams(parseRankingChoice(params))]),
  compare: (params) => viewToParams(parseView(params)),
  quality: (params) => {
    const { unit, level, from, to } = parseView(params);
    return viewToParams({ unit, level, from, to });
  },
  unit: (params) => viewToParams({ ...parseView(params), unit: null, level: null }),
  dossiers: (params) => dossierFilterToParams(parseDossierFilter(params)),
};

/** Parameters as a page is given them: a repeated one as a list. */
export function toSearchParams(params: URLSearchParams): SearchParams {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The view that an address of this product names; null for every other address. */
export function parseViewAddress(address: string): ViewAddress | null {
  if (!address.startsWith("/") || !URL.canParse(address, BASE)) return null;
  const url = new URL(address, BASE);
  if (url.origin !== BASE) return null;
  const unitId = UNIT_PATH.exec(url.pathname)?.[1];
  const page = unitId === undefined ? VIEW_PAGES.find((one) => one !== "unit" && PATHS[one] === url.pathname) : "unit";
  if (page === undefined) return null;
  const params = PAGE_PARAMS[page](toSearchParams(url.searchParams));
  const unit = unitId === undefined ? unitIn(params) : { id: Number(unitId) };
  params.delete("unit");
  params.delete("unitId");
  return { page, unit, params };
}

function unitIn(params: URLSearchParams): NamedUnit | null {
  const code = params.get("unit");
  const id = params.get("unitId");
  if (code !== null) return { code };
  return id === null ? null : { id: Number(id) };
}

type AddressInput = {
  readonly page: ViewPage;
  readonly params: URLSearchParams;
  /** Null: the reader's own. */
  readonly unit: { readonly id: number; readonly code: string } | null;
  readonly ownUnitId: number;
};

/** The inverse of `parseViewAddress`, for a reader. */
export function writeViewAddress({ page, params, unit, ownUnitId }: AddressInput): string {
  const all = new URLSearchParams(params);
  if (page === "unit") return withParams(`/units/${unit?.id ?? ownUnitId}`, all);
  if (unit !== null && page === "dossiers") all.set("unitId", String(unit.id));
  if (unit !== null && page !== "dossiers" && page !== "home") all.set("unit", unit.code);
  return withParams(PATHS[page], all);
}

function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
