import type { SeedUnit } from "../reference/read-units";

export type StepOffices = { readonly desk: string; readonly worker: string; readonly leader: string };

const COMMUNE: StepOffices = {
  desk: "Bộ phận Một cửa cấp xã",
  worker: "Công chức chuyên môn cấp xã",
  leader: "Lãnh đạo UBND cấp xã",
};
const DESK = "Bộ phận Một cửa cấp huyện";
const LEADER = "Lãnh đạo UBND cấp huyện";

/** Through whose hands a unit's dossiers go, as a one-stop system names them. */
export function offices({ level, kind, name }: SeedUnit): StepOffices {
  if (level === "commune") return COMMUNE;
  if (level === "department")
    return { desk: "Trung tâm Phục vụ hành chính công", worker: name, leader: "Lãnh đạo sở, ban, ngành" };
  switch (kind) {
    case "mot_cua":
      return { desk: DESK, worker: "Phòng chuyên môn cấp huyện", leader: LEADER };
    case "cnvpdkdd":
      return { desk: DESK, worker: name, leader: "Lãnh đạo cơ quan đăng ký đất đai" };
    case "chi_cuc_thue":
      return { desk: DESK, worker: name, leader: "Lãnh đạo Chi cục Thuế" };
    default:
      return { desk: DESK, worker: name, leader: LEADER };
  }
}
