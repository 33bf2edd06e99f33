import { dossierFilterToParams, parseDossierFilter, parseView, type SearchParams, viewToParams } from "./filters";
import { homeViewToParams, parseHomeView } from "./home-view";
import { mapModeToParams, parseMapMode } from "./map-mode";
import { parseRankingChoice, rankingChoiceToParams } from "./ranking-choice";
import { cutNarrowingToParams, parseCutNarrowing } from "./unit-cuts";
import { UNIT_PARTS, type UnitPart } from "./strings/unit-parts";

/** The pages whose address is a view. */
export const VIEW_PAGES = ["home", "ranking", "compare", "map", "quality", "dossiers", ...UNIT_PARTS] as const;
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

const PATHS: Readonly<Record<Exclude<ViewPage, UnitPart>, string>> = {
  home: "/",
  ranking: "/ranking",
  compare: "/compare",
  map: "/map",
  quality: "/quality",
  dossiers: "/dossiers",
};

const BASE = "http://here.invalid";
const UNIT_PATH = /^\/units\/([1-9]\d{0,8})(?:\/([a-z]+))?$/;

/** What a page reads of its parameters, written again: state → address → state changes nothing. */
export const PAGE_PARAMS: Readonly<Record<ViewPage, (params: SearchParams) => URLSearchParams>> = {
  home: (params) => homeViewToParams(parseHomeView(params)),
  ranking: (params) =>
    new URLSearchParams([...viewToParams(parseView(params)), ...rankingChoiceToParams(parseRankingChoice(params))]),
  compare: (params) => viewToParams(parseView(params)),
  map: (params) => new URLSearchParams([...viewToParams(parseView(params)), ...mapModeToParams(parseMapMode(params))]),
  quality: (params) => {
    const { unit, level, from, to } = parseView(params);
    return viewToParams({ unit, level, from, to });
  },
  overview: unitParams,
  procedures: cutParams,
  channels: cutParams,
  officers: cutParams,
  time: unitParams,
  forecast: unitParams,
  control: unitParams,
  dossiers: (params) => dossierFilterToParams(parseDossierFilter(params)),
};

function cutParams(params: SearchParams): URLSearchParams {
  return new URLSearchParams([
    ...unitParams(params),
    ...Object.entries(cutNarrowingToParams(parseCutNarrowing(params))),
  ]);
}

function unitParams(params: SearchParams): URLSearchParams {
  return viewToParams({ ...parseView(params), unit: null, level: null });
}

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
  const [isOfUnit, unitId, part] = UNIT_PATH.exec(url.pathname) ?? [];
  const page = VIEW_PAGES.find((one) =>
    isUnitPage(one) ? isOfUnit && part === (one === "overview" ? undefined : one) : PATHS[one] === url.pathname,
  );
  if (page === undefined) return null;
  const params = PAGE_PARAMS[page](toSearchParams(url.searchParams));
  const unit = unitId === undefined ? unitIn(params) : { id: Number(unitId) };
  params.delete("unit");
  params.delete("unitId");
  return { page, unit, params };
}

/** A page of one unit, which its path names. */
function isUnitPage(page: ViewPage): page is UnitPart {
  return UNIT_PARTS.some((part) => part === page);
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
  if (isUnitPage(page)) {
    const path = `/units/${unit?.id ?? ownUnitId}`;
    return withParams(page === "overview" ? path : `${path}/${page}`, all);
  }
  if (unit !== null && page === "dossiers") all.set("unitId", String(unit.id));
  if (unit !== null && page !== "dossiers" && page !== "home") all.set("unit", unit.code);
  return withParams(PATHS[page], all);
}

function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
