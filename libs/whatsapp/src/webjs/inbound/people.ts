import { LRUCache } from 'lru-cache';

import { phoneOfChatId } from '../../port/phone-chat-id.js';
import { describeOwn } from '../page/describe-own.js';
import { describePerson, type PersonSight } from '../page/describe-person.js';
import type { PageCalls } from '../client/page-calls.js';
import { addressOf } from './address-of.js';
import type { Own, Person } from './person.js';

const MOST = 5_000;
const KNOWN_MS = 10 * 60_000;
/** A LID whose phone the page does not know yet is asked for again soon. */
const HALF_KNOWN_MS = 30_000;

export interface Sight extends Person {
  readonly groupName?: string;
}

/** What the page knows of people and groups, remembered for a while. Never fails: what can't be known is left out. */
export class People {
  private readonly cache = new LRUCache<string, Sight>({ max: MOST, ttl: KNOWN_MS });
  private ourselves: Own = {};

  constructor(private readonly page: PageCalls) {}

  get own(): Own {
    return this.ourselves;
  }

  /** Learns who we are; when it fails, what was known stays. */
  async learnOwn(): Promise<void> {
    const { phoneId, lid } = await this.page.call(describeOwn);
    this.ourselves = { phoneId: addressOf(phoneId) || undefined, lid: addressOf(lid) || undefined };
  }

  async sightOf(personId: string, groupId: string | null): Promise<Sight> {
    const key = `${personId} ${groupId ?? ''}`;
    const known = this.cache.get(key);
    if (known) return known;
    try {
      const sight = sightOf(await this.page.call(describePerson, { personId, groupId }));
      this.cache.set(key, sight, { ttl: sight.phone && sight.lid ? KNOWN_MS : HALF_KNOWN_MS });
      return sight;
    } catch {
      return {};
    }
  }
}

function sightOf({ phoneId, lid, name, groupName }: PersonSight): Sight {
  return {
    phone: phoneOfChatId(addressOf(phoneId)) ?? undefined,
    lid: addressOf(lid) || undefined,
    name,
    groupName,
  };
}
