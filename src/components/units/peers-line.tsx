import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { rankingHref } from "@/components/ranking/ranking-href";
import type { RankingLevel } from "@/lib/filters";
import { DEFAULT_CHOICE, type PeerGroup, rankingChoiceToParams } from "@/lib/ranking-choice";
import type { Rate } from "@/lib/sla";
import { PEERS, peersText } from "@/lib/strings/unit-insight";

export type ShownPeers = {
  readonly level: RankingLevel;
  readonly group: PeerGroup;
  readonly place: number;
  readonly peers: number;
  readonly rate: Rate;
};

type PeersLineProps = {
  readonly peers: ShownPeers;
  /** The code of the whole province, for those who may see its ranking. */
  readonly province: string | null;
  readonly view: ResolvedView;
};

/** A unit's place among those that handle about as many dossiers: a sentence, and their ranking for whoever may see it. */
export function PeersLine({ peers, province, view }: PeersLineProps) {
  const choice = rankingChoiceToParams({ ...DEFAULT_CHOICE, peers: peers.group });
  return (
    <p className="mt-4">
      {peersText(peers, view.target)}
      {province !== null && (
        <>
          {" "}
          <Link href={`${rankingHref(province, peers.level, view)}&${choice}`} prefetch={false} className="underline">
            {PEERS.open}
          </Link>
        </>
      )}
    </p>
  );
}
