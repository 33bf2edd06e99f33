export const ROLES = [
  "admin",
  "province_office",
  "province_leader",
  "inspector",
  "district_leader",
  "commune_officer",
] as const;
export type Role = (typeof ROLES)[number];

export function canImport(role: Role): boolean {
  return role === "admin" || role === "province_office";
}

/** Who may change the working calendar of the province, and with it the due days that are computed. */
export function canEditCalendar(role: Role): boolean {
  return role === "admin" || role === "province_office";
}

export function canManageUsers(role: Role): boolean {
  return role === "admin";
}

/** Who may open a door to other systems. */
export function canManageApiTokens(role: Role): boolean {
  return role === "admin";
}

/** Who may put a view before those below: whoever answers for units below. */
export function canShareViews(role: Role): boolean {
  return role === "admin" || role === "province_office" || role === "district_leader";
}

/** Who may give the units of the province their shapes on the map. */
export function canImportBoundaries(role: Role): boolean {
  return role === "admin";
}

/** Officers' names are personal data: only those who must act on a named person see them. */
export function canSeeOfficers(role: Role): boolean {
  switch (role) {
    case "admin":
    case "province_office":
    case "inspector":
    case "district_leader":
      return true;
    case "province_leader":
    case "commune_officer":
      return false;
  }
}
