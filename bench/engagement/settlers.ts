import { Preferences } from '#engagement';
import { newId, type Clock } from '#kernel';
import { DEFAULT_CHARACTER_ID, type Stage } from '#memory';
import { Conversations, People, WEB_ACCOUNT_ID } from '#messaging';

import { seededRandom } from '../seeded-random.js';
import type { Mouth } from './mouth.js';
import { addressOf, type Resident } from './resident.js';
import type { SimulatedPerson } from './simulated-person.js';
import type { SimulatedPlatform } from './simulated-platform.js';

/** How many are how near, in shares of all. Most people that one knows are no friends: the first two are nobody to be written to first. */
const NEARNESS: readonly { readonly stage: Stage; readonly share: number; readonly points: number }[] = [
  { stage: 'stranger', share: 0.2, points: 2 },
  { stage: 'acquaintance', share: 0.4, points: 20 },
  { stage: 'friend', share: 0.22, points: 48 },
  { stage: 'close_friend', share: 0.12, points: 66 },
  { stage: 'intimate', share: 0.04, points: 80 },
  { stage: 'partner', share: 0.02, points: 92 },
];
const FRIENDS_FROM = 30;
const ACCOUNTS = 8;
const YEAR_MS = 365 * 86_400_000;
/** Of twenty people one is on the web. */
const WEB_EVERY = 20;

/** Night, by default. */
const QUIET = { from: 21 * 60, until: 9 * 60 };

export const FENCING_TOKEN = '1';

/** Brings people into the program's world: each has written once, and has become more or less near. */
export class Settlers {
  constructor(
    private readonly platform: SimulatedPlatform,
    private readonly clock: Clock,
    private readonly mouth: Mouth,
  ) {}

  async settle(people: readonly SimulatedPerson[], seed: number): Promise<Resident[]> {
    const accounts = await this.accounts();
    const residents: Resident[] = [];
    for (const person of people) {
      const accountId = accounts[person.index % ACCOUNTS] ?? '';
      residents.push(
        person.index % WEB_EVERY === WEB_EVERY - 1 ? await this.visitor(person) : this.caller(person, accountId),
      );
    }
    await this.mouth.sayAll(residents.map((resident) => ({ resident, saying: 'chat', at: this.clock.now() })));
    const settled = await this.withPlaces(residents);
    await this.befriend(settled, seed);
    return settled;
  }

  /** Old enough to be trusted, held by us for as long as it takes. */
  private async accounts(): Promise<string[]> {
    const ids = Array.from({ length: ACCOUNTS }, () => newId());
    await this.platform.query(
      `INSERT INTO accounts (id, name, connector, status, fencing_token, lease_expires_at, created_at)
       SELECT id, id::text, 'simulation', 'READY', $2::bigint, now() + interval '1 day', $3 FROM unnest($1::uuid[]) AS id`,
      [ids, FENCING_TOKEN, new Date(this.clock.now().getTime() - YEAR_MS)],
    );
    return ids;
  }

  private caller(person: SimulatedPerson, accountId: string): Resident {
    return { ...this.unsettled(person), channel: 'whatsapp', accountId, chatId: '', contactId: '' };
  }

  private async visitor(person: SimulatedPerson): Promise<Resident> {
    const contactId = await this.platform.part(People).resolve(`visitor-${person.index}`);
    const { id } = await this.platform.part(Conversations).create({ contactId });
    // No number tells where they are: the site does.
    const { zone } = person.home;
    await this.platform.part(Preferences).change(contactId, { zone }, { by: 'operator', principal: 'simulation' });
    return { ...this.unsettled(person), channel: 'web', accountId: WEB_ACCOUNT_ID, chatId: id, contactId };
  }

  private unsettled(
    person: SimulatedPerson,
  ): Pick<Resident, 'person' | 'arrivals' | 'quiet' | 'stoppedAt' | 'answered' | 'isFar'> {
    const quiet = [{ since: this.clock.now(), ...QUIET }];
    return { person, arrivals: [], quiet, stoppedAt: undefined, answered: 0, isFar: false };
  }

  /** With the chats and contacts that the program has made of their first message. */
  private async withPlaces(residents: readonly Resident[]): Promise<Resident[]> {
    const rows = await this.platform.query<{ externalId: string; chatId: string; contactId: string }>(
      `SELECT external_id AS "externalId", id AS "chatId", contact_id AS "contactId" FROM chats WHERE channel <> 'web'`,
    );
    const places = new Map(rows.map(({ externalId, ...place }) => [externalId, place]));
    return residents.map((resident) => {
      if (resident.channel === 'web') return resident;
      const place = places.get(addressOf(resident.person));
      if (!place) throw new Error('a person was not taken in');
      return { ...resident, ...place };
    });
  }

  private async befriend(residents: readonly Resident[], seed: number): Promise<void> {
    const random = seededRandom(seed * 31 + 7);
    const rows = residents.map((resident) => {
      const { stage, points } = nearnessAt(random());
      resident.isFar = points < FRIENDS_FROM;
      return { id: newId(), contact_id: resident.contactId, stage, points };
    });
    await this.platform.query(BEFRIEND_SQL, [JSON.stringify(rows), DEFAULT_CHARACTER_ID, this.clock.now()]);
  }
}

function nearnessAt(place: number): (typeof NEARNESS)[number] {
  let sum = 0;
  const found = NEARNESS.find(({ share }) => (sum += share) > place) ?? NEARNESS.at(-1);
  if (!found) throw new Error('nobody is near');
  return found;
}

const BEFRIEND_SQL = `
INSERT INTO relationships (id, contact_id, character_id, subject_id, level, trust, intimacy, level_root, trust_root, intimacy_root, tone,
  openness, recent_talk, recent_harm, stage, total_interactions, first_interaction_at, last_interaction_at, version)
SELECT id, contact_id, $2, contact_id, points, points, points, points, points, points, 0, 0, 0, 0, stage, 50,
  $3::timestamptz - interval '200 days', $3, 1
FROM jsonb_to_recordset($1::jsonb) AS near (id uuid, contact_id uuid, stage text, points integer)
ON CONFLICT (contact_id, character_id) DO UPDATE SET level = excluded.level, trust = excluded.trust, intimacy = excluded.intimacy,
  stage = excluded.stage`;
