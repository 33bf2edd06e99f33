import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { AliasKind } from "@/lib/alias-kinds";
import { type ColumnPlaces, columnPlacesSchema, type TablePlaces, tablePlacesSchema } from "@/lib/mapping-places";
import { DOSSIER_STATUSES } from "@/lib/sla";
import { STATUS_NAMES } from "@/lib/strings/classes";
import { queryRows } from "../db";
import { AppError } from "../errors";

type Said = {
  readonly sourceId: number;
  readonly sourceName: string;
  /** Null for somebody whose account is gone. */
  readonly by: string | null;
  /** ISO instant. */
  readonly at: string;
};

export type NameMapping = Said & {
  readonly kind: AliasKind;
  readonly text: string;
  readonly textKey: string;
  readonly means: string;
};

/** Position of each column, from 0, in a dossier list or an aggregate table. */
export type HeaderMapping = Said & { readonly fingerprint: string } & (
    | { readonly of: "list"; readonly columns: ColumnPlaces }
    | { readonly of: "table"; readonly columns: TablePlaces }
  );

export type SourceMappings = { readonly names: readonly NameMapping[]; readonly headers: readonly HeaderMapping[] };

type NameRow = Omit<NameMapping, "means"> & { means: string | null; status: string | null };
type HeaderRow = Said & { fingerprint: string; columns: unknown; holdsAggregates: boolean };

const SAID = `s.id AS "sourceId", s.name AS "sourceName", a.display_name AS "by",
  to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "at"`;

/** What clerks have said of each source's names and headers. Throws `notFound` for who may not import. */
export async function listSourceMappings(viewer: Viewer): Promise<SourceMappings> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [names, headers] = await Promise.all([
    queryRows<NameRow>(
      `SELECT ${SAID}, m.kind, m.text, m.text_key AS "textKey", m.status,
              coalesce(CASE WHEN p.name IS NULL THEN u.name ELSE u.name || ' - ' || p.name END, t.code || ' ' || t.name) AS means
         FROM source_alias m
         JOIN source s ON s.id = m.source_id
         LEFT JOIN user_account a ON a.id = m.created_by
         LEFT JOIN unit u ON u.id = m.unit_id
         LEFT JOIN unit p ON p.id = u.parent_id
         LEFT JOIN procedure t ON t.id = m.procedure_id
        WHERE m.province_id = $1 ORDER BY s.name, m.kind, m.text_key`,
      [viewer.provinceId],
    ),
    queryRows<HeaderRow>(
      `SELECT ${SAID}, m.fingerprint, m.columns, m.holds_aggregates AS "holdsAggregates"
         FROM column_mapping m JOIN source s ON s.id = m.source_id LEFT JOIN user_account a ON a.id = m.created_by
        WHERE m.province_id = $1 ORDER BY s.name, m.created_at`,
      [viewer.provinceId],
    ),
  ]);
  return {
    names: names.map(({ status, ...name }) => ({ ...name, means: name.means ?? statusName(status) })),
    headers: headers.map(toHeader),
  };
}

function toHeader({ columns, holdsAggregates, ...said }: HeaderRow): HeaderMapping {
  return holdsAggregates
    ? { ...said, of: "table", columns: tablePlacesSchema.parse(columns) }
    : { ...said, of: "list", columns: columnPlacesSchema.parse(columns) };
}

function statusName(text: string | null): string {
  const status = DOSSIER_STATUSES.find((each) => each === text);
  return status === undefined ? "" : STATUS_NAMES[status];
}
