import type { ProvinceHomeProps } from "@/components/home/province-home";
import type { Viewer } from "@/lib/access/viewer";
import { loadHandlingUnits } from "./load-handling-units";
import { type LeveledBase, loadRankedHome } from "./load-ranked-home";

export async function loadProvinceHome(viewer: Viewer, base: LeveledBase): Promise<ProvinceHomeProps> {
  const [home, handling] = await Promise.all([loadRankedHome(viewer, base), loadHandlingUnits(viewer, base)]);
  return { ...home, handling: handling.flatMap((ranking) => ranking.rows) };
}
