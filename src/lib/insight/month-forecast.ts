import { forecastRate, type RateForecast, Z_90 } from "@/lib/sla";

/** As in the replay that judged the forecast (docs/forecast.md). */
export const FEWEST_DUE = 30;
export const FEWEST_OPEN = 5;

/**
 * The rate at the month's end of the dossiers due in it: those decided, and the chances of becoming late of those
 * still open. Null where too few are due for a rate worth forecasting.
 */
export function forecastMonth(
  known: { readonly ok: number; readonly of: number },
  chances: readonly number[],
): RateForecast | null {
  const isWorthwhile = known.of + chances.length >= FEWEST_DUE && chances.length >= FEWEST_OPEN;
  return isWorthwhile ? forecastRate(known, chances, Z_90) : null;
}
