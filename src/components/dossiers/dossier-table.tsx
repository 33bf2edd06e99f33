import Link from "next/link";
import { ClassMark } from "@/components/ui/class-mark";
import { TableFrame } from "@/components/ui/table-frame";
import type { DossierFilter } from "@/lib/filters";
import { formatCount, formatDay, NOTHING } from "@/lib/format";
import { DOSSIERS } from "@/lib/strings/dossiers";
import { formatProbability } from "@/lib/strings/home";
import { dossierAnchor } from "./dossier-anchor";
import { dossierPageHref } from "./dossier-page-href";
import type { ShownDossierRow } from "./types";

type DossierTableProps = {
  readonly label: string;
  readonly rows: readonly ShownDossierRow[];
  /** Of the list that holds them all. */
  readonly filter: Partial<DossierFilter>;
  /** Shows how likely each is to become late, in place of the end that none of them has. */
  readonly tellsChance: boolean;
};

/** Dossiers, one a line; a phone reads each as a short paragraph. */
export function DossierTable({ label, rows, filter, tellsChance }: DossierTableProps) {
  return (
    <TableFrame label={label}>
      <table className="ledger">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{DOSSIERS.code}</th>
            <th scope="col" className="max-sm:hidden">
              {DOSSIERS.procedure}
            </th>
            <th scope="col" className="max-sm:hidden">
              {DOSSIERS.unit}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {DOSSIERS.received}
            </th>
            <th scope="col" className="num">
              {DOSSIERS.due}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {tellsChance ? DOSSIERS.lateChance : DOSSIERS.finished}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {DOSSIERS.daysLate}
            </th>
            <th scope="col" className="max-sm:hidden">
              {DOSSIERS.class}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DossierRow key={row.id} row={row} href={dossierPageHref(row.id, filter)} tellsChance={tellsChance} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type DossierRowProps = { readonly row: ShownDossierRow; readonly href: string; readonly tellsChance: boolean };

function DossierRow({ row, href, tellsChance }: DossierRowProps) {
  const chance = row.lateChance === null ? null : formatProbability(row.lateChance);
  return (
    <tr id={dossierAnchor(row.id)}>
      <th scope="row">
        <Link href={href} prefetch={false} className="whitespace-nowrap">
          {row.code}
        </Link>
        <span className="mt-0.5 block sm:hidden">
          {row.procedureName}
          <span className="block">
            <ClassMark value={row.class} />
            {row.workingDaysLate !== null && (
              <span className="text-secondary"> · {DOSSIERS.lateOnPhone(row.workingDaysLate)}</span>
            )}
            {tellsChance && chance !== null && (
              <span className="text-secondary"> · {DOSSIERS.lateChanceOnPhone(chance)}</span>
            )}
          </span>
        </span>
      </th>
      <td className="max-w-96 max-sm:hidden">
        {row.procedureName} <span className="text-secondary">· {row.fieldName}</span>
      </td>
      <td className="max-sm:hidden">{row.unitName}</td>
      <td className="num max-sm:hidden">{formatDay(row.receivedOn)}</td>
      <td className="num">{formatDay(row.dueOn)}</td>
      <td className="num max-sm:hidden">
        {tellsChance ? (chance ?? NOTHING) : row.finishedOn === null ? "" : formatDay(row.finishedOn)}
      </td>
      <td className="num max-sm:hidden">{row.workingDaysLate === null ? "" : formatCount(row.workingDaysLate)}</td>
      <td className="max-sm:hidden">
        <ClassMark value={row.class} />
      </td>
    </tr>
  );
}
