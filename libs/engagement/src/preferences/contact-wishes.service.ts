import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChatWishes, type ContactWish } from '#companions';
import { Transactions } from '#database';
import type { AskedOfMemory } from '#memory';

import type { QuietHours } from '../planning/quiet-hours.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import type { ContactPreferences, PreferencesPatch } from './contact-preferences.js';
import { frequencyAfterWish } from './frequency-after-wish.js';
import { PlansOfPerson } from './plans-of-person.service.js';
import { Preferences } from './preferences.service.js';
import { quietAfterWish, quietDuring } from './quiet-after-wish.js';
import { timeOfDay } from './time-of-day.js';
import { WISH_ANSWERS } from './wish-answers.js';

/** What came of a wish; kept with its message, so that it is answered the same when it comes again. */
type Outcome = ContactWish['kind'] | 'least' | 'most';
/** So long after a wish what would be talk is one, too. */
const SAME_BREATH_MS = 30 * 60_000;

/** Does what people say about how they want to be written to: each message once, in one transaction with the note that it was done. */
@Injectable()
export class ContactWishes implements OnModuleInit {
  constructor(
    private readonly wishes: ChatWishes,
    private readonly transactions: Transactions,
    private readonly preferences: Preferences,
    private readonly plans: PlansOfPerson,
    private readonly policies: EngagementPolicies,
  ) {}

  onModuleInit(): void {
    this.wishes.attach({ keep: (asked, wish) => this.keep(asked, wish) });
  }

  private async keep(asked: AskedOfMemory, wish: ContactWish): Promise<string | null> {
    if ('bare' in wish && wish.bare && !(await this.hasJustWished(asked))) return null;
    if (asked.inGroup) return WISH_ANSWERS[wish.language].inPrivate;
    const { outcome, quiet, ended } = await this.transactions.run((manager) => this.keepIn(manager, asked, wish));
    await this.plans.tell(ended);
    return answerTo(wish, outcome, quiet);
  }

  private async hasJustWished({ contactId, saidAt }: AskedOfMemory): Promise<boolean> {
    const since = new Date(saidAt.getTime() - SAME_BREATH_MS);
    const wishes: object[] = await this.transactions.run((manager) => manager.query(LATELY_SQL, [contactId, since]));
    return wishes.length > 0;
  }

  private async keepIn(manager: EntityManager, asked: AskedOfMemory, wish: ContactWish): Promise<Kept> {
    const { messageId, contactId, saidAt } = asked;
    const begun: object[] = await manager.query(BEGIN_SQL, [messageId, contactId, wish.kind, saidAt]);
    const done = begun.length === 0;
    const { policy } = await this.policies.current(manager);
    const patchOf = (before: ContactPreferences) => (done ? null : patchFor(wish, before, policy.quietHours));
    const { before, after, ended } = await this.preferences.changeIn(manager, contactId, patchOf, { by: 'chat' });
    const quietBefore = before.quietHours ?? policy.quietHours;
    const quiet = after.quietHours ?? policy.quietHours;
    if (done) {
      const [noted] = await manager.query<{ kind: Outcome }[]>(DONE_SQL, [messageId]);
      return { outcome: noted?.kind ?? wish.kind, quiet, ended };
    }
    const outcome = outcomeOf(wish, { before, after, quietBefore, quiet });
    await manager.query('UPDATE engagement_wishes SET kind = $2 WHERE message_id = $1', [messageId, outcome]);
    return { outcome, quiet, ended };
  }
}

interface Kept {
  readonly outcome: Outcome;
  /** As it holds now. */
  readonly quiet: QuietHours;
  readonly ended: readonly string[];
}

const BEGIN_SQL = `
INSERT INTO engagement_wishes (message_id, contact_id, kind, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`;
const DONE_SQL = 'SELECT kind FROM engagement_wishes WHERE message_id = $1';

const LATELY_SQL = 'SELECT 1 FROM engagement_wishes WHERE contact_id = $1 AND at >= $2 LIMIT 1';

/** Null for what cannot be kept. */
function patchFor(
  wish: ContactWish,
  { frequency, quietHours }: ContactPreferences,
  quietByDefault: QuietHours,
): PreferencesPatch | null {
  const quiet = quietHours ?? quietByDefault;
  switch (wish.kind) {
    case 'less':
    case 'more':
    case 'off':
      return { frequency: frequencyAfterWish(frequency, wish.kind) };
    case 'on':
      return { frequency: frequencyAfterWish(frequency, 'on'), welcome: true };
    case 'not-before':
    case 'not-after':
      return { quietHours: quietAfterWish(quiet, wish.kind, wish.minutes) };
    case 'not-during': {
      const after = quietDuring(quiet, { from: wish.from, until: wish.until });
      return after && { quietHours: after };
    }
    case 'only-during':
      return { quietHours: { from: wish.until, until: wish.from } };
    case 'unclear':
      return null;
    case 'zone':
      return { zone: wish.zone };
    case 'avoid':
      return { alsoAvoid: wish.topic };
  }
}

/** Who has the least already cannot have less; and where a time left no day, the other end of the day was moved, too. */
function outcomeOf({ kind }: ContactWish, { before, after, quietBefore, quiet }: Change): Outcome {
  if (kind === 'less' && after.frequency === 'off') return 'off';
  if (kind === 'less' && before.frequency === 'low') return 'least';
  if (kind === 'more' && before.frequency === 'high') return 'most';
  if (kind === 'not-before' && quiet.from !== quietBefore.from) return 'only-during';
  if (kind === 'not-after' && quiet.until !== quietBefore.until) return 'only-during';
  return kind === 'not-during' && before === after ? 'unclear' : kind;
}

interface Change {
  readonly before: ContactPreferences;
  readonly after: ContactPreferences;
  readonly quietBefore: QuietHours;
  readonly quiet: QuietHours;
}

function answerTo(wish: ContactWish, outcome: Outcome, quiet: QuietHours): string {
  const answers = WISH_ANSWERS[wish.language];
  switch (outcome) {
    case 'not-before':
    case 'not-after': {
      const time = timeOfDay('minutes' in wish ? wish.minutes : 0);
      return outcome === 'not-before' ? answers.notBefore(time) : answers.notAfter(time);
    }
    case 'not-during':
    case 'only-during':
      return answers.between(timeOfDay(quiet.until), timeOfDay(quiet.from));
    case 'zone':
      return answers.zone('zone' in wish ? wish.zone : '');
    case 'less':
    case 'least':
    case 'more':
    case 'most':
    case 'off':
    case 'on':
    case 'avoid':
    case 'unclear':
      return answers[outcome];
  }
}
