import { SelectField } from "@/components/ui/select-field";
import { PEER_GROUPS, type RankingChoice } from "@/lib/ranking-choice";
import { COMMON } from "@/lib/strings/common";
import { PEER_NAMES, RANKING } from "@/lib/strings/ranking";

const LEAST_CHOICES = [0, 20, 50, 100, 500];

/** Which units of a ranking are shown: by name, by peers, by volume. */
export function RankingFilterFields({ choice }: { readonly choice: RankingChoice }) {
  const volumes = [...new Set([...LEAST_CHOICES, choice.least])].sort((a, b) => a - b);
  return (
    <>
      <label className="grid min-w-0 gap-0.5 text-sm text-secondary">
        {RANKING.findName}
        <input type="search" name="q" defaultValue={choice.name} maxLength={80} className="field w-40" />
      </label>
      <SelectField
        name="peers"
        label={RANKING.peers}
        value={choice.peers ?? ""}
        options={[
          { value: "", label: COMMON.all },
          ...PEER_GROUPS.map((group) => ({ value: group, label: PEER_NAMES[group] })),
        ]}
      />
      <SelectField
        name="least"
        label={RANKING.least}
        value={choice.least === 0 ? "" : String(choice.least)}
        options={volumes.map((least) => ({
          value: least === 0 ? "" : String(least),
          label: least === 0 ? COMMON.all : String(least),
        }))}
      />
    </>
  );
}
