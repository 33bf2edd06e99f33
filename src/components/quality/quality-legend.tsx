import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { QUALITY, QUALITY_HEADS, QUALITY_READINGS } from "@/lib/strings/quality";

/** What each column counts, and why that may be nobody's fault. */
export function QualityLegend() {
  return (
    <Section id="legend" title={QUALITY.legend}>
      <TableFrame label={QUALITY.legend}>
        <table className="ledger max-w-5xl">
          <caption className="sr-only">{QUALITY.legend}</caption>
          <thead>
            <tr>
              <th scope="col">{QUALITY.check}</th>
              <th scope="col">{QUALITY.meaning}</th>
              <th scope="col">{QUALITY.innocent}</th>
            </tr>
          </thead>
          <tbody>
            {QUALITY_CHECKS.map((check) => (
              <tr key={check}>
                <th scope="row" className="font-semibold sm:whitespace-nowrap">
                  {QUALITY_HEADS[check].replace("\n", " ")}
                </th>
                <td>{QUALITY_READINGS[check].meaning}</td>
                <td>{QUALITY_READINGS[check].innocent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
