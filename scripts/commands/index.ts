import { boundaries } from "./boundaries";
import { calendar } from "./calendar";
import type { Command } from "./command";
import { dossier } from "./dossier";
import { importCommand } from "./import";
import { ranking } from "./ranking";
import { token } from "./token";
import { recompute } from "./recompute";
import { undo } from "./undo";
import { user } from "./user";
import { verify } from "./verify";

export const COMMANDS: Readonly<Record<string, Command>> = {
  ranking,
  import: importCommand,
  dossier,
  verify,
  recompute,
  calendar,
  user,
  token,
  undo,
  boundaries,
};
