import { orNotFound } from "@/app/or-not-found";
import { RankingPage } from "@/components/ranking/ranking-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { parseRankingChoice } from "@/lib/ranking-choice";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadRankingPage } from "./load-ranking-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/ranking", params));
  const props = await orNotFound(loadRankingPage(viewer, parseView(params), parseRankingChoice(params)));
  return <RankingPage {...props} />;
}
