import "server-only";
import type { Viewer } from "@/lib/access/viewer";

/** Whoever holds the server's command line: may do everything in one province, and belongs to no unit (0). */
export function operatorViewer(provinceId: number): Viewer {
  return { userId: null, role: "admin", provinceId, unitId: 0, scopePath: "/" };
}
