import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import type { AliasKind } from "@/lib/alias-kinds";
import { formatCount } from "@/lib/format";
import { IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";

type Choice = { readonly id: number; readonly label: string };

type NameMappingProps = {
  readonly names: readonly {
    readonly kind: AliasKind;
    readonly text: string;
    readonly rows: number;
    readonly nearest: readonly string[];
  }[];
  readonly choices: Readonly<Record<AliasKind, readonly Choice[]>>;
  readonly save: (form: FormData) => Promise<void>;
};

/** Names of a file that no list of ours holds, each with a choice of what it stands for; none is chosen for the clerk. */
export function NameMapping({ names, choices, save }: NameMappingProps) {
  return (
    <Section id="names" title={words.namesFormTitle}>
      <form action={save} className="grid gap-4">
        <TableFrame label={words.namesTitle(names.length)}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col" className="num">
                  {words.rows}
                </th>
                <th scope="col">{words.means}</th>
              </tr>
            </thead>
            <tbody>
              {names.map(({ kind, text, rows, nearest }) => (
                <tr key={`${kind} ${text}`}>
                  <td>{text}</td>
                  <td>{words.kinds[kind]}</td>
                  <td className="num">{formatCount(rows)}</td>
                  <td>
                    <input type="hidden" name="kind" value={kind} />
                    <input type="hidden" name="text" value={text} />
                    <select
                      name="target"
                      aria-label={words.meansLabel(text)}
                      defaultValue=""
                      className="field w-40 sm:w-full sm:max-w-xl"
                    >
                      <option value="">{words.undecided}</option>
                      {nearest.length > 0 && (
                        <optgroup label={words.near}>{optionsOf(nearTo(nearest, choices[kind]))}</optgroup>
                      )}
                      <optgroup label={words.all}>{optionsOf(choices[kind])}</optgroup>
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
        <button type="submit" className="button justify-self-start">
          {words.submitNames}
        </button>
      </form>
    </Section>
  );
}

function nearTo(labels: readonly string[], choices: readonly Choice[]): readonly Choice[] {
  return labels.flatMap((label) => choices.filter((choice) => choice.label === label));
}

function optionsOf(choices: readonly Choice[]) {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}
