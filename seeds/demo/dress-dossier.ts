import type { Channel, DossierStatus } from "@/lib/sla";
import type { DayNumber } from "./day-grid";
import type { DemoDossier, Moment } from "./types";
import { draw } from "./weighted";
import { type DossierCore, drawDelay, type Workshop } from "./workshop";

const POSTAL_SHARE = 0.015;
const WEEKEND_SHARE = 0.4;
const EXTENDED_SHARE = 0.15;
const WAITING_FOR_APPLICANT = 0.04;

type Hand = { readonly status: DossierStatus; readonly handedOver: DayNumber | null };

/** Puts channel, status, officer and hand-over to the dates. `settled` overrides the status the dates suggest. */
export function dressDossier(workshop: Workshop, core: DossierCore, settled: DossierStatus | null): DemoDossier {
  const { random, plan } = workshop;
  const channel = settled === "registered" ? "online" : drawChannel(workshop);
  const hand = settled === null ? handOf(workshop, core) : { status: settled, handedOver: null };
  return {
    unit: plan.unit,
    receivingUnit: draw(plan.receivingUnits, random),
    officer: draw(plan.officers, random),
    ...core,
    ...hand,
    channel,
    received: channel === "online" ? maybeOnDayOff(workshop, core) : core.received,
    extendedDue: extensionOf(workshop, core),
  };
}

function drawChannel({ random, plan }: Workshop): Channel {
  if (random.chance(POSTAL_SHARE)) return "postal";
  return random.chance(plan.onlineShare) ? "online" : "direct";
}

function handOf(workshop: Workshop, core: DossierCore): Hand {
  const { grid, random, asOf } = workshop;
  if (core.finished) {
    const handedOver = grid.addWorking(core.finished.day, random.chance(0.7) ? 0 : random.int(1, 6));
    if (handedOver > asOf || random.chance(WAITING_FOR_APPLICANT)) return { status: "resolved", handedOver: null };
    return { status: "handedOver", handedOver };
  }
  if (core.pause && core.pause.until === null) return { status: core.pause.reason, handedOver: null };
  const justIn = core.received.day >= grid.backToWorking(asOf);
  return { status: justIn && random.chance(0.5) ? "accepted" : "processing", handedOver: null };
}

/** Handed in on the weekend after a Friday: the same due day as the Friday's, so nothing else moves. */
function maybeOnDayOff({ grid, random, asOf }: Workshop, core: DossierCore): Moment {
  const { received, procedure } = core;
  if (procedure.limit.unit !== "workingDay" || !random.chance(WEEKEND_SHARE)) return received;
  const day = received.day + (grid.isWorking(received.day + 2) ? 1 : random.int(1, 2));
  const last = Math.min(core.finished?.day ?? asOf + 1, core.pause?.from ?? asOf + 1, asOf + 1);
  const sameMonth = grid.toText(day).slice(0, 7) === grid.toText(received.day).slice(0, 7);
  if (grid.isWorking(day) || grid.isWorking(received.day + 1) || day >= last || !sameMonth) return received;
  return { day, minute: random.int(6 * 60, 22 * 60) };
}

function extensionOf({ grid, random, asOf }: Workshop, core: DossierCore): DayNumber | null {
  if (!core.due || !random.chance(EXTENDED_SHARE)) return null;
  const late = (core.finished?.day ?? asOf) > core.due.day && core.pause === null;
  return late ? grid.addWorking(core.due.day, drawDelay(random, 5, 20)) : null;
}
