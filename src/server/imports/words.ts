import "server-only";
import { type Channel, DOSSIER_STATUSES, type DossierStatus, PAUSE_REASONS, type PauseReason } from "@/lib/sla";
import { CHANNEL_WORDS, STATUS_WORDS } from "@/lib/strings/imports";
import { matchKey } from "@/lib/text";

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
    known.set(text, value);
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

export function isPauseReason(status: DossierStatus | null): status is PauseReason {
  return PAUSE_REASONS.some((reason) => reason === status);
}
