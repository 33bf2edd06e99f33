// What five people of the demo look at in the course of a morning.
import type pg from "pg";

export type Account = { readonly username: string; readonly paths: readonly (readonly [kind: string, path: string])[] };

type Place = { unitId: number; districtId: number; communeId: number; dossierId: string; code: string };

/** The ids that the addresses need: the province, Huyện Tây Sơn, Xã Bình Tân and a late dossier there. */
async function findPlace(client: pg.Client): Promise<Place> {
  const { rows } = await client.query<Place>(
    `SELECT p.id AS "unitId", t.id AS "districtId", b.id AS "communeId", d.id AS "dossierId", d.code
       FROM unit p
       JOIN unit t ON t.parent_id = p.id AND t.code = '547' AND t.level = 'district'
       JOIN unit b ON b.parent_id = t.id AND b.code = '21811'
       JOIN LATERAL (SELECT id, code FROM dossier WHERE province_id = b.province_id AND unit_id = b.id AND outcome = 'late'
                      ORDER BY id LIMIT 1) d ON true
      WHERE p.parent_id IS NULL AND p.code = '52'`,
  );
  const [place] = rows;
  if (!place) throw new Error("no demo data");
  return place;
}

const YEAR = "from=2020-01-01&to=2020-10-31";

export async function listAccounts(client: pg.Client): Promise<readonly Account[]> {
  const { unitId, districtId, communeId, dossierId, code } = await findPlace(client);
  const home = ["home", "/"] as const;
  const dossier = ["dossier", `/dossiers/${dossierId}`] as const;
  const district = ["unit", `/units/${districtId}`] as const;
  const commune = ["unit", `/units/${communeId}`] as const;
  const list = (unit: number, measure: string, more = "") =>
    ["dossier list", `/dossiers?unitId=${unit}&measure=${measure}&${YEAR}${more}`] as const;
  const search = (text: string) => ["search", `/search?q=${encodeURIComponent(text)}`] as const;
  const office = [
    home,
    ["ranking of districts", "/ranking"],
    ["ranking of communes", `/ranking?unit=52&level=commune&${YEAR}`],
    ["unit", `/units/${unitId}`],
    district,
    list(unitId, "late"),
    list(districtId, "overdue"),
    dossier,
    ["compare", "/compare"],
    ["quality", "/quality"],
    search("tay son"),
  ] as const;
  return [
    { username: "vanphong", paths: office },
    { username: "lanhdao", paths: [...office, list(unitId, "received", "&page=40")] },
    {
      username: "thanhtra",
      paths: [
        home,
        ["ranking of communes", `/ranking?unit=52&level=commune&${YEAR}`],
        ["compare", "/compare"],
        ["quality", `/quality?${YEAR}`],
        list(unitId, "longPause"),
        dossier,
        search(code.slice(0, -2)),
      ],
    },
    {
      username: "tayson",
      paths: [
        home,
        ["ranking of a district", "/ranking"],
        ["ranking of a district", `/ranking?unit=547&level=commune&${YEAR}`],
        district,
        commune,
        list(districtId, "late"),
        dossier,
        ["compare", "/compare"],
        ["quality", "/quality"],
        search("binh tan"),
      ],
    },
    {
      username: "binhtan",
      paths: [home, commune, list(communeId, "dueSoon"), list(communeId, "received"), dossier, search("dat dai")],
    },
  ];
}
