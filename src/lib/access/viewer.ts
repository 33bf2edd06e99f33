import type { Role } from "./roles";

/** Whoever asks. First argument of every query and verb. */
export type Viewer = {
  /** Null for the operator at the command line. */
  readonly userId: number | null;
  readonly role: Role;
  readonly provinceId: number;
  readonly unitId: number;
  /** Prefix of the paths in scope, "/1/12/"; "/" for a viewer of the whole province, old tree and new. */
  readonly scopePath: string;
};
