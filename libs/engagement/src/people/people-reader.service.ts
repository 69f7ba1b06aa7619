import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared } from '#database';
import { MemoryBoard, presentRelationship, RelationshipBoard } from '#memory';

import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { AccountBoard } from './account-board.service.js';
import { ChatBoard } from './chat-board.service.js';
import { groupedBy } from './grouped-by.js';
import type { KnownPerson } from './known-person.js';
import { PEOPLE } from './people.sql.js';
import { personState, type PersonRow } from './person-state-of.js';

/** Outreaches of so long ago may still count as of the same day, somewhere. */
const LATELY_MS = 48 * 3_600_000;

/** Everything that decides about people, for a batch of them at once: a statement for each kind of thing, however many they are. */
@Injectable()
export class PeopleReader {
  constructor(
    private readonly policies: EngagementPolicies,
    private readonly chats: ChatBoard,
    private readonly accounts: AccountBoard,
    private readonly relationships: RelationshipBoard,
    private readonly memories: MemoryBoard,
  ) {}

  /**
   * Those who have ever had a chat of their own; each is seen by who answers in the chat where they wrote last. On the connection of `manager`
   * alone: whoever is in a transaction waits for no second one. Without `topics` nothing is read of what one could write about: they seem to
   * feel nothing, and nothing is remembered.
   */
  async load(
    manager: EntityManager,
    contactIds: readonly string[],
    now: Date,
    { topics = true }: { readonly topics?: boolean } = {},
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    if (contactIds.length === 0) return new Map();
    const { policy } = await this.policies.current(manager);
    const since = new Date(now.getTime() - LATELY_MS);
    const [chats, connections, people, met, felt, remembered] = await Promise.all([
      this.chats.load(manager, contactIds),
      this.accounts.connections(manager, contactIds, now),
      queryPrepared<PersonRow>(manager, PEOPLE, [contactIds, since]),
      this.relationships.met(manager, contactIds),
      topics ? this.relationships.latestEmotions(manager, contactIds) : [],
      topics ? this.memories.list(manager, contactIds, policy.memoryImportanceThreshold, now) : [],
    ]);
    const accountIds = new Set([...chats.values()].map(({ chosen }) => chosen.accountId));
    const writing = connections.filter(({ id }) => accountIds.has(id));
    const accounts = await this.accounts.standings(manager, writing, now);
    const standings = byOwner(
      met.map((one) => presentRelationship(one, chats.get(one.contactId)?.lastHeardAt ?? null, now)),
    );
    const emotions = byOwner(felt);
    const memories = groupedBy(remembered, keyOf);
    const known = people.flatMap((row): [string, KnownPerson][] => {
      const of = chats.get(row.contactId);
      const account = of && accounts.get(of.chosen.accountId);
      if (!account) return [];
      const key = keyOf({ contactId: row.contactId, characterId: of.chosen.characterId });
      const found = {
        ...{ row, chats: of, account },
        standing: standings.get(key),
        emotion: emotions.get(key)?.emotion,
        memories: memories.get(key) ?? [],
      };
      return [[row.contactId, personState(found, policy)]];
    });
    return new Map(known);
  }
}

interface Owned {
  readonly contactId: string;
  readonly characterId: string;
}

function keyOf({ contactId, characterId }: Owned): string {
  return `${contactId} ${characterId}`;
}

function byOwner<T extends Owned>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
