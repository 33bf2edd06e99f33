/** A page to be pictured, and whose account sees it; null: nobody's. */
export type ScreenshotPage = {
  readonly name: string;
  readonly account: string | null;
  readonly path: string;
  /** Links to follow from there, each the first of its selector. */
  readonly follow?: readonly string[];
};

const TEN_MONTHS = "from=2020-01-01&to=2020-10-31";
const CLOSURE = JSON.stringify({
  action: "add",
  day: "2020-10-19",
  kind: "off",
  unitId: null,
  name: "Nghỉ phòng, chống bão số 9",
  basis: "Công điện minh họa",
});
const UNIT = 'header a[href^="/units/"]';
const FIRST_DOSSIER = 'main a[href^="/dossiers/"]';

/** Every page of the product. A new page gets its line here. */
export const SCREENSHOT_PAGES: readonly ScreenshotPage[] = [
  { name: "login", account: null, path: "/login" },
  { name: "ranking-districts", account: "vanphong", path: `/ranking?unit=52&level=district&${TEN_MONTHS}` },
  { name: "ranking-communes", account: "tayson", path: `/ranking?unit=547&level=commune&${TEN_MONTHS}` },
  {
    name: "unit",
    account: "tayson",
    path: `/ranking?unit=547&level=commune&${TEN_MONTHS}`,
    follow: ['main a[href^="/units/"]'],
  },
  { name: "unit-procedures", account: "tayson", path: "/", follow: [UNIT, 'main nav a[href*="/procedures"]'] },
  { name: "unit-channels", account: "tayson", path: "/", follow: [UNIT, 'main nav a[href*="/channels"]'] },
  { name: "unit-officers", account: "tayson", path: "/", follow: [UNIT, 'main nav a[href*="/officers"]'] },
  { name: "unit-time", account: "tayson", path: "/", follow: [UNIT, 'main nav a[href*="/time"]'] },
  { name: "unit-forecast", account: "tayson", path: "/", follow: [UNIT, 'main nav a[href*="/forecast"]'] },
  { name: "home-province", account: "vanphong", path: "/" },
  { name: "home-district", account: "tayson", path: "/" },
  { name: "home-commune", account: "binhtan", path: "/" },
  { name: "home-inspector", account: "thanhtra", path: "/" },
  { name: "compare", account: "tayson", path: "/compare" },
  { name: "map", account: "vanphong", path: `/map?unit=52&level=district&${TEN_MONTHS}` },
  { name: "map-communes", account: "vanphong", path: `/map?unit=52&level=commune&${TEN_MONTHS}` },
  { name: "map-boundaries", account: "quantri", path: "/map/boundaries" },
  {
    name: "unit-control",
    account: "tayson",
    path: `/ranking?unit=547&level=commune&${TEN_MONTHS}`,
    follow: ['main a[href^="/units/"]', 'main a[href*="/control"]'],
  },
  { name: "quality", account: "tayson", path: `/quality?${TEN_MONTHS}` },
  { name: "quality-province", account: "thanhtra", path: `/quality?${TEN_MONTHS}` },
  {
    name: "dossiers",
    account: "tayson",
    path: `/ranking?unit=547&level=commune&${TEN_MONTHS}`,
    follow: ['tr[data-row="total"] a[href*="measure=late"]'],
  },
  {
    name: "dossier",
    account: "tayson",
    path: `/ranking?unit=547&level=commune&${TEN_MONTHS}`,
    follow: ['tr[data-row="total"] a[href*="measure=late"]', FIRST_DOSSIER],
  },
  { name: "imports", account: "vanphong", path: "/imports" },
  { name: "imports-new", account: "vanphong", path: "/imports/new" },
  { name: "import", account: "vanphong", path: "/imports", follow: ['main a[href^="/imports/"]:not([href$="/new"])'] },
  { name: "imports-mappings", account: "vanphong", path: "/imports/mappings" },
  { name: "calendar", account: "vanphong", path: "/calendar?year=2020" },
  { name: "calendar-preview", account: "vanphong", path: `/calendar/preview?edit=${encodeURIComponent(CLOSURE)}` },
  { name: "views", account: "vanphong", path: "/views" },
  {
    name: "views-new",
    account: "vanphong",
    path: `/views/new?of=${encodeURIComponent(`/ranking?unit=52&${TEN_MONTHS}`)}`,
  },
  { name: "search", account: "vanphong", path: "/search?q=phu%20phong" },
  { name: "not-found", account: "binhtan", path: "/units/1" },
];

const EMPTY_YEAR = "from=2015-01-01&to=2015-12-31";

/** What pages look like when there is nothing to show. */
const STATE_PAGES: readonly ScreenshotPage[] = [
  { name: "ranking-without-data", account: "vanphong", path: `/ranking?unit=52&level=commune&${EMPTY_YEAR}` },
  { name: "ranking-wrong-address", account: "vanphong", path: "/ranking?unit=nowhere" },
  { name: "dossiers-none", account: "tayson", path: `/dossiers?${EMPTY_YEAR}` },
  { name: "compare-without-data", account: "tayson", path: `/compare?${EMPTY_YEAR}` },
  { name: "quality-without-data", account: "tayson", path: `/quality?${EMPTY_YEAR}` },
  { name: "failure", account: null, path: "/failure" },
  { name: "search-nothing", account: "vanphong", path: "/search?q=zzzz" },
];

/** Every page as it usually is, and in its other states. */
export const ALL_PAGES: readonly ScreenshotPage[] = [...SCREENSHOT_PAGES, ...STATE_PAGES];
