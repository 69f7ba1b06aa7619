import { Delivery, Planner } from '#engagement';

import type { DeliveredMessage } from './ledger-port.js';
import { Mouth, type Said } from './mouth.js';
import { Postman } from './postman.js';
import { addressOf, type Resident } from './resident.js';
import type { Saying } from './sayings.js';
import { Settlers } from './settlers.js';
import { SimulatedPerson } from './simulated-person.js';
import { SimulatedPlatform } from './simulated-platform.js';
import { SimulationClock } from './simulation-clock.js';
import { Stopwatch } from './stopwatch.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The program delivers every minute; here what is due meanwhile leaves late. By whole hours a tenth would come too late. */
const TICK_MS = 30 * MINUTE_MS;
/** What happens at a tick is over before the next. */
const TICK_ENDS_MS = TICK_MS - MINUTE_MS;
/** How often it is counted who has too many plans waiting. */
const COUNTED_MS = 6 * HOUR_MS;
const ANSWERED_WITHIN_MS = DAY_MS;
/** Who is far writes so many times more seldom than who is near. */
const FAR_SELDOM = 8;

export interface SimulationPlan {
  readonly from: Date;
  readonly days: number;
  readonly contacts: number;
  readonly seed: number;
}

/** What the people of a simulation can tell, and what it took. */
export interface SimulationOutcome {
  readonly residents: readonly Resident[];
  /** By the message, the plan that it was sent for. */
  readonly engagementOf: ReadonlyMap<string, string>;
  /** How often somebody had more plans waiting than they may. */
  readonly pendingViolations: number;
  readonly stopwatch: Stopwatch;
}

/** Days in the lives of people who are written to first: by the program's own planner, store, outbox and last gates, on a clock that is moved on. */
export class Simulation {
  private readonly byChat = new Map<string, Resident>();
  private readonly sayings = new Map<number, Said[]>();
  private readonly stopwatch = new Stopwatch();
  private pendingViolations = 0;

  private constructor(
    private readonly plan: SimulationPlan,
    private readonly clock: SimulationClock,
    private readonly platform: SimulatedPlatform,
    private readonly onDay: (day: number) => void,
  ) {}

  /** `onDay` is told of each day that begins, counted from 0. */
  static async run(
    databaseUrl: string,
    plan: SimulationPlan,
    onDay: (day: number) => void = () => undefined,
  ): Promise<SimulationOutcome> {
    const clock = new SimulationClock(new Date(plan.from.getTime() - DAY_MS));
    const platform = await SimulatedPlatform.open(databaseUrl, clock);
    try {
      return await new Simulation(plan, clock, platform, onDay).live();
    } finally {
      await platform.close();
    }
  }

  private async live(): Promise<SimulationOutcome> {
    const { contacts, seed, from, days } = this.plan;
    const mouth = new Mouth(this.platform, this.clock);
    const postman = new Postman(this.platform, this.clock, (message) => {
      this.arrived(message);
    });
    const people = Array.from({ length: contacts }, (_, index) => new SimulatedPerson(index, seed));
    const residents = await this.stopwatch.time('settle', () =>
      new Settlers(this.platform, this.clock, mouth).settle(people, seed),
    );
    this.expect(residents);
    let due: Due = { look: from, send: null };
    for (let tick = 0; tick < (days * DAY_MS) / TICK_MS; tick++) {
      const now = new Date(from.getTime() + tick * TICK_MS);
      if ((tick * TICK_MS) % DAY_MS === 0) this.onDay((tick * TICK_MS) / DAY_MS);
      const said = this.sayings.get(tick) ?? [];
      if (said.length === 0 && !(isHour(now) && isDue(due.look, now)) && !isDue(due.send, now)) continue;
      this.sayings.delete(tick);
      this.clock.moveTo(now);
      await this.stopwatch.time('hear', async () => {
        if (said.length > 0) await mouth.sayAll(said);
      });
      due = await this.act(postman, due, new Date(now.getTime() + TICK_ENDS_MS));
    }
    await this.stopwatch.time('hand-over', () => this.platform.part(Delivery).settle());
    return {
      ...{ residents, pendingViolations: this.pendingViolations, stopwatch: this.stopwatch },
      engagementOf: await this.engagements(),
    };
  }

  /** As in the program, people are planned for while others are written to. Answers when there is something to do again. */
  private async act(postman: Postman, due: Due, until: Date): Promise<Due> {
    const now = this.clock.now();
    const hour = isHour(now);
    await Promise.all([hour && this.planAll(), (hour || isDue(due.send, now)) && this.deliver(postman, until)]);
    if (now.getTime() % COUNTED_MS === 0) this.pendingViolations += await this.tooManyWaiting();
    return this.due();
  }

  private async deliver(postman: Postman, until: Date): Promise<void> {
    await this.stopwatch.time('hand-over', () => this.platform.part(Delivery).run());
    await this.stopwatch.time('send', () => postman.sendUntil(until));
  }

  private planAll(): Promise<void> {
    return this.stopwatch.time('plan', async () => {
      const { looked, planned } = await this.platform.part(Planner).run();
      this.stopwatch.count('looks', looked);
      this.stopwatch.count('planned', planned);
    });
  }

  private async due(): Promise<Due> {
    const [due] = await this.platform.query<Due>(DUE_SQL);
    if (!due) throw new Error('nothing was answered');
    return due;
  }

  /** People with more plans waiting than one. */
  private async tooManyWaiting(): Promise<number> {
    const [found] = await this.platform.query<{ count: number }>(TOO_MANY_SQL);
    return found?.count ?? 0;
  }

  /** What they will say by themselves, and the wishes that some have from the beginning. */
  private expect(residents: readonly Resident[]): void {
    const { from, days } = this.plan;
    const until = new Date(from.getTime() + days * DAY_MS);
    for (const resident of residents) {
      this.byChat.set(resident.channel === 'web' ? resident.chatId : addressOf(resident.person), resident);
      const [first, ...others] = resident.person.ownTalk(from, until);
      if (first) this.say(resident, wishOf(resident), first);
      const usual = resident.isFar ? others.filter((_, index) => index % FAR_SELDOM === 0) : others;
      for (const at of usual) this.say(resident, 'chat', at);
    }
  }

  private say(resident: Resident, saying: Saying, at: Date): void {
    const tick = Math.ceil((at.getTime() - this.plan.from.getTime()) / TICK_MS);
    const said = this.sayings.get(tick) ?? [];
    said.push({ resident, saying, at });
    this.sayings.set(tick, said);
    if (saying === 'chat') resident.person.wrote();
  }

  private arrived({ id, chatId, at }: DeliveredMessage): void {
    const resident = this.byChat.get(chatId);
    if (!resident) throw new Error('a message arrived at nobody');
    resident.arrivals.push({ id, at });
    this.stopwatch.count('sent', 1);
    const reaction = resident.person.react(at);
    switch (reaction.kind) {
      case 'ignores':
        return;
      case 'answers':
        if (reaction.at.getTime() - at.getTime() <= ANSWERED_WITHIN_MS) resident.answered++;
        this.say(resident, reaction.glad ? 'glad' : 'annoyed', reaction.at);
        return;
      case 'wants-less':
        this.say(resident, 'less', reaction.at);
        return;
      case 'stops':
        this.say(resident, 'stop', reaction.at);
        return;
    }
  }

  private async engagements(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.platform.query<{ id: string; engagementId: string }>(
      `SELECT message_id AS id, split_part(idempotency_key, ':', 2) AS "engagementId" FROM outbox WHERE origin = 'proactive'`,
    );
    return new Map(rows.map(({ id, engagementId }) => [id, engagementId]));
  }
}

interface Due {
  readonly look: Date | null;
  readonly send: Date | null;
}

/** Planned is once an hour. */
function isHour(now: Date): boolean {
  return now.getTime() % HOUR_MS === 0;
}

function isDue(at: Date | null, now: Date): boolean {
  return at !== null && at <= now;
}

/** The first thing that they say, once we know each other. */
function wishOf({ person: { index, home } }: Resident): Saying {
  // Their numbers tell a country that has several.
  if (index % 3 === 0 && /^(?:America|Australia)\//.test(home.zone)) return 'zone';
  return index % 12 === 5 ? 'not-before-ten' : 'chat';
}

const DUE_SQL = `
SELECT (SELECT min(next_look_at) FROM engagement_people) AS look,
  (SELECT min(due_at) FROM engagements WHERE status IN ('planned', 'approved') AND handed_at IS NULL) AS send`;

const TOO_MANY_SQL = `
SELECT count(*)::int FROM (
  SELECT 1 FROM engagements WHERE pending_slot IS NOT NULL GROUP BY contact_id HAVING count(*) > 1
) AS people`;
