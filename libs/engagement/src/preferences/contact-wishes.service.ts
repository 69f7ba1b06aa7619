import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChatWishes, type ContactWish } from '#companions';
import { Transactions } from '#database';
import type { AskedOfMemory } from '#memory';

import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import type { ContactPreferences, PreferencesPatch } from './contact-preferences.js';
import { frequencyAfterWish } from './frequency-after-wish.js';
import { PlansOfPerson } from './plans-of-person.service.js';
import { Preferences } from './preferences.service.js';
import { quietAfterWish } from './quiet-after-wish.js';
import { timeOfDay } from './time-of-day.js';
import { WISH_ANSWERS } from './wish-answers.js';

/** What came of a wish; kept with its message, so that it is answered the same when it comes again. */
type Outcome = ContactWish['kind'] | 'least' | 'most';

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

  private async keep(asked: AskedOfMemory, wish: ContactWish): Promise<string> {
    if (asked.inGroup) return WISH_ANSWERS[wish.language].inPrivate;
    const { outcome, ended } = await this.transactions.run((manager) => this.keepIn(manager, asked, wish));
    await this.plans.tell(ended);
    return answerTo(wish, outcome);
  }

  private async keepIn(manager: EntityManager, asked: AskedOfMemory, wish: ContactWish): Promise<Kept> {
    const { messageId, contactId, saidAt } = asked;
    const begun: object[] = await manager.query(BEGIN_SQL, [messageId, contactId, wish.kind, saidAt]);
    if (begun.length === 0) {
      const [done] = await manager.query<{ kind: Outcome }[]>(DONE_SQL, [messageId]);
      return { outcome: done?.kind ?? wish.kind, ended: [] };
    }
    const { policy } = await this.policies.current(manager);
    const patchOf = (before: ContactPreferences) => patchFor(wish, before, policy.quietHours);
    const { before, after, ended } = await this.preferences.changeIn(manager, contactId, patchOf, { by: 'chat' });
    const outcome = outcomeOf(wish, before, after);
    await manager.query('UPDATE engagement_wishes SET kind = $2 WHERE message_id = $1', [messageId, outcome]);
    return { outcome, ended };
  }
}

interface Kept {
  readonly outcome: Outcome;
  readonly ended: readonly string[];
}

const BEGIN_SQL = `
INSERT INTO engagement_wishes (message_id, contact_id, kind, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`;
const DONE_SQL = 'SELECT kind FROM engagement_wishes WHERE message_id = $1';

function patchFor(
  wish: ContactWish,
  { frequency, quietHours }: ContactPreferences,
  quietByDefault: NonNullable<ContactPreferences['quietHours']>,
): PreferencesPatch {
  switch (wish.kind) {
    case 'less':
    case 'more':
    case 'off':
      return { frequency: frequencyAfterWish(frequency, wish.kind) };
    case 'on':
      return { frequency: frequencyAfterWish(frequency, 'on'), welcome: true };
    case 'not-before':
    case 'not-after':
      return { quietHours: quietAfterWish(quietHours ?? quietByDefault, wish.kind, wish.minutes) };
    case 'zone':
      return { zone: wish.zone };
    case 'avoid':
      return { alsoAvoid: wish.topic };
  }
}

/** Who has the least already cannot have less. */
function outcomeOf({ kind }: ContactWish, before: ContactPreferences, after: ContactPreferences): Outcome {
  if (kind === 'less' && after.frequency === 'off') return 'off';
  if (kind === 'less' && before.frequency === 'low') return 'least';
  return kind === 'more' && before.frequency === 'high' ? 'most' : kind;
}

function answerTo(wish: ContactWish, outcome: Outcome): string {
  const answers = WISH_ANSWERS[wish.language];
  if (outcome === 'least' || outcome === 'most' || outcome === 'off') return answers[outcome];
  switch (wish.kind) {
    case 'not-before':
      return answers.notBefore(timeOfDay(wish.minutes));
    case 'not-after':
      return answers.notAfter(timeOfDay(wish.minutes));
    case 'zone':
      return answers.zone(wish.zone);
    case 'less':
    case 'more':
    case 'off':
    case 'on':
    case 'avoid':
      return answers[wish.kind];
  }
}
