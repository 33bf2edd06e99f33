import { type LocalMoment, momentOf } from "@/lib/sla";

/** The instant at which the wall clock of an IANA zone shows the moment. */
export function instantOf(moment: LocalMoment, zone: string): Date {
  const asUtc = Date.parse(`${moment}Z`);
  const offset = Date.parse(`${momentOf(new Date(asUtc), zone)}Z`) - asUtc;
  return new Date(asUtc - offset);
}
