import { seededRandom } from '../seeded-random.js';
import { localTime } from './local-time.js';
import { SimulatedPerson } from './simulated-person.js';
import {
  violationsOf,
  type Arrival,
  type Caps,
  type PersonLedger,
  type QuietSince,
  type Violations,
} from './violations.js';

const ANSWERED_WITHIN_MS = 24 * 3_600_000;

/** So many messages to so many people; `person` is the index of somebody that `SimulatedPerson` makes of the same seed. */
export interface TimerPlan {
  readonly seed: number;
  readonly from: Date;
  readonly until: Date;
  readonly messages: readonly { readonly person: number; readonly count: number }[];
  readonly quiet: Omit<QuietSince, 'since'>;
  readonly caps: Caps;
  /** It looks at the clock on the wall, at least. */
  readonly keepsQuietHours: boolean;
}

export type TimerOutcome = Violations & { readonly sent: number; readonly answered_share: number };

/** The same people are written to as often, but at moments that are drawn by lot: what outreach is compared with. A STOP is respected. */
export function randomTimer(plan: TimerPlan): TimerOutcome {
  let answered = 0;
  const ledgers = plan.messages.map(({ person: index, count }): PersonLedger => {
    const person = new SimulatedPerson(index, plan.seed);
    const arrivals: Arrival[] = [];
    let stoppedAt: Date | undefined;
    for (const at of momentsOf(plan, person, count)) {
      if (stoppedAt && at > stoppedAt) continue;
      arrivals.push({ id: `${index}-${arrivals.length}`, engagementId: `${index}-${arrivals.length}`, at });
      const reaction = person.react(at);
      if (reaction.kind === 'stops') stoppedAt = reaction.at;
      if (reaction.kind === 'answers' && reaction.at.getTime() - at.getTime() <= ANSWERED_WITHIN_MS) answered++;
    }
    return { zone: person.home.zone, arrivals, quiet: [{ since: plan.from, ...plan.quiet }], stoppedAt };
  });
  const sent = ledgers.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  return { sent, answered_share: sent === 0 ? 0 : answered / sent, ...violationsOf(ledgers, plan.caps) };
}

function momentsOf(plan: TimerPlan, person: SimulatedPerson, count: number): Date[] {
  const random = seededRandom(plan.seed * 7_919 + person.index);
  const moments: Date[] = [];
  while (moments.length < count) {
    const at = new Date(plan.from.getTime() + random() * (plan.until.getTime() - plan.from.getTime()));
    if (!plan.keepsQuietHours || !isQuiet(at, person.home.zone, plan.quiet)) moments.push(at);
  }
  return moments.sort((a, b) => a.getTime() - b.getTime());
}

function isQuiet(at: Date, zone: string, { from, until }: TimerPlan['quiet']): boolean {
  const { minute } = localTime(at, zone);
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
