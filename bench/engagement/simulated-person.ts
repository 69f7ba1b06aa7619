import { seededRandom } from '../seeded-random.js';
import { HOMES, type Home } from './homes.js';
import { localTime } from './local-time.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Half of an annoyance is forgotten after so long. */
const FORGETS_MS = 5 * DAY_MS;

/** What becomes of a message that nobody asked for. */
export type Reaction =
  | { readonly kind: 'ignores' }
  | { readonly kind: 'answers'; readonly at: Date; readonly glad: boolean }
  | { readonly kind: 'wants-less'; readonly at: Date }
  | { readonly kind: 'stops'; readonly at: Date };

/** How somebody is; the same for every way of writing to them. */
interface Temper {
  /** Minutes of the local day: up from, and in bed from (after midnight: above 1440). */
  readonly wakes: number;
  readonly sleeps: number;
  /** Hour of the day at which they like to write. */
  readonly favouriteHour: number;
  /** Messages a day that they write by themselves. */
  readonly chattiness: number;
  /** 0-1: how gladly they answer when it is a good moment and nobody has annoyed them. */
  readonly willingness: number;
  /** So much annoyance until they say something. */
  readonly patience: number;
}

/**
 * Somebody with a home, habits and a temper. They answer more gladly at the hours that they like, hardly at night; whoever writes in their sleep,
 * too soon again, or on and on without an answer annoys them, until they want less of it, or none. Nothing here is measured on people: it is what
 * both ways of writing to them are compared on.
 */
export class SimulatedPerson {
  readonly home: Home;
  readonly phone: string;
  readonly temper: Temper;
  private readonly random: () => number;
  private annoyance = 0;
  private annoyedAt = 0;
  private reachedAt = 0;
  private unanswered = 0;

  constructor(
    readonly index: number,
    seed: number,
  ) {
    this.random = seededRandom(seed * 1_000_003 + index);
    this.home = HOMES[Math.floor(this.random() * HOMES.length)]!;
    this.phone = `+${this.home.prefix}${String(index).padStart(6, '0')}`;
    this.temper = this.newTemper();
  }

  /** When they write by themselves, in [from, until). */
  ownTalk(from: Date, until: Date): Date[] {
    const talk: Date[] = [];
    const perMs = (this.temper.chattiness * 2) / DAY_MS;
    for (let at = from.getTime(); ;) {
      at += -Math.log(1 - this.random()) / perMs;
      if (at >= until.getTime()) return talk;
      if (this.random() < this.fitOf(new Date(at))) talk.push(new Date(at));
    }
  }

  /** Somebody writes to them first. */
  react(at: Date): Reaction {
    const time = at.getTime();
    const fit = this.fitOf(at);
    this.annoyance *= 0.5 ** ((time - this.annoyedAt) / FORGETS_MS);
    this.annoyedAt = time;
    if (fit === 0) this.annoyance += 1;
    if (this.reachedAt && time - this.reachedAt < DAY_MS) this.annoyance += 0.4;
    this.annoyance += 0.15 * this.unanswered;
    this.reachedAt = time;
    if (this.annoyance > this.temper.patience && this.random() < 0.5) return this.complain(at);
    if (this.random() >= this.temper.willingness * (0.15 + 0.85 * fit) * Math.exp(-this.annoyance / 2)) {
      this.unanswered++;
      return { kind: 'ignores' };
    }
    this.unanswered = 0;
    return { kind: 'answers', at: this.whenAwake(at), glad: this.annoyance < 1 };
  }

  /** They wrote, whatever about. */
  wrote(): void {
    this.unanswered = 0;
  }

  /** 0 while they sleep, 1 at the hour that they like. */
  fitOf(at: Date): number {
    const { wakes, sleeps, favouriteHour } = this.temper;
    const { minute } = localTime(at, this.home.zone);
    const awake = (minute >= wakes && minute < sleeps) || minute + 1440 < sleeps;
    if (!awake) return 0;
    const away = Math.abs(minute / 60 - favouriteHour);
    return 0.3 + 0.7 * Math.exp(-((Math.min(away, 24 - away) / 3) ** 2));
  }

  private complain(at: Date): Reaction {
    const said = this.whenAwake(at);
    this.annoyance = 0;
    return this.random() < 0.4 ? { kind: 'stops', at: said } : { kind: 'wants-less', at: said };
  }

  /** Some minutes later, or when they are up again. */
  private whenAwake(at: Date): Date {
    let said = at.getTime() + (2 - Math.log(1 - this.random()) * 40) * 60_000;
    while (this.fitOf(new Date(said)) === 0) said += HOUR_MS / 2;
    return new Date(said);
  }

  private newTemper(): Temper {
    const wakes = 6 * 60 + this.random() * 210;
    return {
      wakes,
      sleeps: wakes + (14.5 + this.random() * 2) * 60,
      favouriteHour: 10 + this.random() * 11,
      chattiness: this.random() ** 2 * 1.5,
      // One in eight never answers anybody who writes first.
      willingness: this.random() < 0.125 ? 0 : 0.35 + this.random() * 0.6,
      patience: 0.8 + this.random() * 2,
    };
  }
}
