import "server-only";
import { type Channel, DOSSIER_STATUSES, type DossierStatus, PAUSE_REASONS, type PauseReason } from "@/lib/sla";
import { CHANNEL_WORDS, STATUS_WORDS } from "@/lib/strings/imports";
import { matchKey } from "@/lib/text";
import { ownText } from "./own-text";

const STATUS_BY_KEY: ReadonlyMap<string, DossierStatus> = new Map(
  DOSSIER_STATUSES.flatMap((status, index) =>
    [...STATUS_WORDS[status], String(index + 1)].map((word) => [matchKey(word), status] as const),
  ),
);

const CHANNEL_BY_KEY: ReadonlyMap<string, Channel> = new Map(
  Object.entries(CHANNEL_WORDS).flatMap(([channel, words]) =>
    words.map((word): [string, Channel] => [matchKey(word), channelOf(channel)]),
  ),
);

function channelOf(name: string): Channel {
  return name === "online" || name === "postal" ? name : "direct";
}

const statuses = new Map<string, DossierStatus | null>();
const channels = new Map<string, Channel | null>();

function remembered<Value>(
  known: Map<string, Value | null>,
  byKey: ReadonlyMap<string, Value>,
  text: string,
): Value | null {
  let value = known.get(text);
  if (value === undefined) {
    value = byKey.get(matchKey(text)) ?? null;
    known.set(ownText(text), value);
  }
  return value;
}

/** The portal's status that a cell names, in words or as its code 1 … 10. */
export function parseStatus(text: string): DossierStatus | null {
  return remembered(statuses, STATUS_BY_KEY, text);
}

/** A list that names no channel was filled in at the desk. */
export function parseChannel(text: string): Channel | null {
  return text === "" ? "direct" : remembered(channels, CHANNEL_BY_KEY, text);
}

/** What systems write where there is no day: an empty cell, a word for it, or the first day their database knows. */
const NO_DAY =
  /^(?:|[-–—]+|n\/?a|null|không có|không xác định|chưa có|(?:01[/.-]01[/.-](?:0001|1900|1970)|00[/.-]00[/.-]0000|0001-01-01|1900-01-01)(?:[ T]+[\d:.]+)?)$/i;

/** True for a cell that says there is no such day. */
export function isNoDay(text: string): boolean {
  return text === "" || NO_DAY.test(text);
}

export function isPauseReason(status: DossierStatus | null): status is PauseReason {
  return PAUSE_REASONS.some((reason) => reason === status);
}
