import type { Command } from "./command";
import { dossier } from "./dossier";
import { importCommand } from "./import";
import { ranking } from "./ranking";
import { token } from "./token";
import { user } from "./user";
import { verify } from "./verify";

export const COMMANDS: Readonly<Record<string, Command>> = {
  ranking,
  import: importCommand,
  dossier,
  verify,
  user,
  token,
};
