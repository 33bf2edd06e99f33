import "server-only";
import { z } from "zod";
import { canShareViews } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { PERIOD_PRESETS } from "@/lib/period";
import { type CalendarDay, dayOf, isDay } from "@/lib/sla";
import { cleanText } from "@/lib/text";
import { parseViewAddress } from "@/lib/view-address";
import { requireUnit, requireUnitByCode } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";
import { getDataStatus } from "../queries/get-data-status";

export const MOST_SAVED_VIEWS = 200;

const inputSchema = z.object({
  viewName: z.string().transform(cleanText).pipe(z.string().min(1).max(100)),
  /** A path of this product with its parameters. */
  address: z.string().max(2000),
  /** It shows the unit of whoever opens it. */
  isOwnUnit: z.boolean(),
  /** Reckoned anew whenever it is opened; null: as the address says. */
  preset: z.enum(PERIOD_PRESETS).nullable(),
  isStarred: z.boolean(),
  isShared: z.boolean(),
});

export type SaveViewInput = z.input<typeof inputSchema>;

/**
 * Keeps a view under a name. Only what its page reads of the address is kept. Throws `notFound` for units out of scope
 * and for who may not share, `invalidInput` with `field`, `viewAddressUnknown`,
 * `viewNamesOfficer`, `viewNameTaken`, `tooManyViews`.
 */
export async function saveView(viewer: Viewer, input: SaveViewInput): Promise<{ readonly id: number }> {
  const { userId, provinceId } = viewer;
  if (userId === null) throw new AppError("notFound", { what: "savedView" });
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? "input");
    throw new AppError("invalidInput", { field, reason: field === "viewName" ? "missing" : "malformed" });
  }
  const { viewName, address, isOwnUnit, preset, isStarred, isShared } = parsed.data;
  if (isShared && !canShareViews(viewer.role)) throw new AppError("notFound", { what: "savedView" });
  const view = parseViewAddress(address);
  if (view === null) throw new AppError("viewAddressUnknown");
  if (isShared && view.params.has("officer")) throw new AppError("viewNamesOfficer");
  const unitId = isOwnUnit || view.unit === null ? null : await unitIdOf(viewer, view.unit, view.params.get("to"));
  const params = new URLSearchParams(view.params);
  // A list begins at its beginning.
  for (const name of preset === null ? ["page"] : ["page", "from", "to"]) params.delete(name);
  return database().prisma.$transaction(async (transaction) => {
    const held = await transaction.savedView.count({ where: { provinceId, userId } });
    if (held >= MOST_SAVED_VIEWS) throw new AppError("tooManyViews", { limit: MOST_SAVED_VIEWS });
    const [saved] = await transaction.savedView.createManyAndReturn({
      data: [
        {
          provinceId,
          userId,
          name: viewName,
          page: view.page,
          unitId,
          preset,
          params: String(params),
          isShared,
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!saved) throw new AppError("viewNameTaken");
    if (isStarred) await transaction.starredView.create({ data: { provinceId, userId, viewId: saved.id } });
    await recordAudit(transaction, viewer, {
      action: "saveView",
      subject: viewName,
      details: { page: view.page, unitId, preset, isShared },
    });
    return saved;
  });
}

async function unitIdOf(
  viewer: Viewer,
  unit: { readonly code: string } | { readonly id: number },
  to: string | null,
): Promise<number> {
  if ("id" in unit) return (await requireUnit(viewer, unit.id)).id;
  const { asOf, zone } = await getDataStatus(viewer);
  const on: CalendarDay = to !== null && isDay(to) ? to : (asOf ?? dayOf(now(), zone));
  return (await requireUnitByCode(viewer, unit.code, on)).id;
}
