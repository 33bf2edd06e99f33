import { daysBetween, type DossierExplanation } from "@/lib/sla";
import { EXPLANATION } from "@/lib/strings/explanation";
import { buildLife, type DayKind } from "./build-life";
import { type LifeLabel, lifeLabels } from "./life-labels";
import { placeLabels } from "./place-labels";

const FILLS: Readonly<Record<DayKind, string>> = {
  received: "border-2 border-ink bg-page",
  counted: "bg-ink",
  off: "hatched",
  paused: "hatched border-x-2 border-paused",
  afterDue: "bg-late",
  ahead: "border-x border-ink",
};

const LINE = 20;
const BASIS_LINE = 16;
/** About what a phone shows of a label in one line; a wide screen shows more and leaves air. */
const TEXT_LENGTH = 36;
const BASIS_LENGTH = 42;
/** Pixels a day: long lives are drawn smaller, short ones not absurdly large. */
const LARGEST_DAY = 16;
const SMALLEST_DAY = 3;
const USUAL_HEIGHT = 720;

/** A dossier's life to scale: days that count in ink, days that do not hatched, each with its reason. */
export function LifeTimeline({ explanation }: { readonly explanation: DossierExplanation }) {
  const life = buildLife(explanation);
  const { labels, unnamed } = lifeLabels(explanation, life.days);
  const scale = Math.max(SMALLEST_DAY, Math.min(LARGEST_DAY, Math.floor(USUAL_HEIGHT / life.days)));
  const yOf = (index: number): number => index * scale;
  const tops = placeLabels(
    labels.map((label) => ({
      wish: yOf(daysBetween(life.from, label.on)) + (scale - LINE) / 2,
      height: heightOf(label),
    })),
  );
  const lastLabel = labels.at(-1);
  const height = Math.max(yOf(life.days), (tops.at(-1) ?? 0) + (lastLabel ? heightOf(lastLabel) : 0));
  return (
    <>
      <div className="relative mt-4" style={{ height }}>
        <div aria-hidden className="absolute inset-y-0 left-0 w-3">
          {life.runs.map((run) => (
            <span
              key={run.from}
              className={`absolute inset-x-0 ${FILLS[run.kind]}`}
              style={{ top: yOf(daysBetween(life.from, run.from)), height: Math.max(run.days * scale - 1, 2) }}
            />
          ))}
        </div>
        <svg aria-hidden className="absolute top-0 left-3 h-full w-6 overflow-visible">
          <title>{EXPLANATION.life}</title>
          {labels.map((label, index) => (
            <polyline
              key={label.key}
              points={leader(yOf(daysBetween(life.from, label.on)) + scale / 2, (tops[index] ?? 0) + LINE / 2)}
              fill="none"
              className={label.isStep ? "stroke-ink" : "stroke-rule"}
            />
          ))}
        </svg>
        <ol className="absolute inset-y-0 right-0 left-10 text-sm leading-5">
          {labels.map((label, index) => (
            <li key={label.key} className="absolute inset-x-0 flex gap-x-3" style={{ top: tops[index] }}>
              <span className={`w-24 shrink-0 whitespace-nowrap ${label.isStep ? "font-semibold" : "text-secondary"}`}>
                {label.day}
              </span>
              <span className={label.isStep ? "font-semibold" : "text-secondary"}>
                {label.text}
                {label.basis !== null && <span className="block text-xs leading-4">{label.basis}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <LifeKey kinds={[...new Set(life.runs.map((run) => run.kind))]} />
      {unnamed > 0 && <p className="text-xs text-secondary">{EXPLANATION.weekends(unnamed)}</p>}
    </>
  );
}

function heightOf({ text, basis }: LifeLabel): number {
  const lines = Math.ceil(text.length / TEXT_LENGTH) * LINE;
  return lines + (basis === null ? 0 : Math.ceil(basis.length / BASIS_LENGTH) * BASIS_LINE);
}

function leader(fromY: number, toY: number): string {
  return `2,${fromY} 8,${fromY} 16,${toY} 22,${toY}`;
}

const KEY_WORDS: Readonly<Partial<Record<DayKind, string>>> = {
  counted: EXPLANATION.counted,
  off: EXPLANATION.notCounted,
  afterDue: EXPLANATION.afterDue,
  ahead: EXPLANATION.ahead,
};

function LifeKey({ kinds }: { readonly kinds: readonly DayKind[] }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 text-xs text-secondary">
      {kinds.map((kind) => {
        const word = KEY_WORDS[kind];
        return word === undefined ? null : (
          <li key={kind} className="flex items-center gap-1">
            <span aria-hidden className={`inline-block size-3 ${FILLS[kind]}`} />
            {word}
          </li>
        );
      })}
    </ul>
  );
}
