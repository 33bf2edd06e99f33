import { formatBytes } from "@/lib/format-bytes";
import type { CalendarDay } from "@/lib/sla";
import { BOUNDARIES } from "@/lib/strings/map";

type BoundaryFormProps = {
  readonly on: CalendarDay;
  readonly maxBytes: number;
  /** Why the form came back; null when it is fresh. */
  readonly message: string | null;
};

/** A plain form: the file last, after the day that says what its codes mean. */
export function BoundaryForm({ on, maxBytes, message }: BoundaryFormProps) {
  return (
    <form action="/api/boundaries" method="post" encType="multipart/form-data" className="mt-6 grid max-w-xl gap-6">
      <label className="grid gap-1 text-sm">
        <span className="font-semibold">{BOUNDARIES.on}</span>
        <input name="on" type="date" required defaultValue={on} className="field" />
        <span className="text-xs text-secondary">{BOUNDARIES.onHint}</span>
      </label>
      <label className="grid gap-1 text-sm">
        <span className="font-semibold">{BOUNDARIES.file}</span>
        <input name="file" type="file" required accept=".json,.geojson,.topojson" className="field" />
        <span className="text-xs text-secondary">{BOUNDARIES.fileHint(formatBytes(maxBytes))}</span>
      </label>
      {message !== null && (
        <p role="alert" className="text-overdue">
          {message}
        </p>
      )}
      <button type="submit" className="button justify-self-start">
        {BOUNDARIES.submit}
      </button>
    </form>
  );
}
