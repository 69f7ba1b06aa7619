import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';

import { newId } from '#kernel';

import type { Alias } from './aliases.js';
import { mergeContacts } from './merge-contacts.js';

const CACHED_ALIASES = 50_000;
/** Another process may merge contacts: what we remember of them is forgotten soon. */
const CACHE_MS = 60_000;

interface KnownContact {
  readonly id: string;
  readonly name: string | null;
}

/** Knows which contact an alias belongs to. A phone number and a LID that turn up together become one contact. */
@Injectable()
export class ContactBook {
  private readonly known = new LRUCache<string, KnownContact>({ max: CACHED_ALIASES, ttl: CACHE_MS });

  /** The contact from memory, when all aliases agree and there is nothing new to write down. */
  recall(accountId: string, aliases: readonly Alias[], name?: string): string | undefined {
    const contacts = aliases.map((alias) => this.known.get(cacheKey(accountId, alias)));
    const first = contacts[0];
    if (!first || contacts.some((contact) => contact?.id !== first.id)) return undefined;
    return name === undefined || name === first.name ? first.id : undefined;
  }

  /** Finds or makes the contact, adds new aliases, merges what turns out to be one person, keeps the latest name. */
  async resolve(manager: EntityManager, accountId: string, aliases: readonly Alias[], name?: string): Promise<string> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('contacts:' || $1, 0))`, [accountId]);
    const owners = await this.ownersOf(manager, accountId, aliases);
    const id = owners[0] ?? (await insertContact(manager, accountId));
    for (const loser of owners.slice(1)) await mergeContacts(manager, accountId, { winner: id, loser });
    await addAliases(manager, accountId, id, aliases);
    const kept = await keepName(manager, id, name);
    for (const alias of aliases) this.known.set(cacheKey(accountId, alias), { id, name: kept });
    return id;
  }

  /** Forgets everything: what was remembered turned out to be stale. */
  forget(): void {
    this.known.clear();
  }

  private async ownersOf(manager: EntityManager, accountId: string, aliases: readonly Alias[]): Promise<string[]> {
    const rows: { contact_id: string }[] = await manager.query(
      `SELECT DISTINCT contact_id FROM contact_aliases
       JOIN unnest($2::text[], $3::text[]) AS wanted (kind, value) USING (kind, value)
       WHERE account_id = $1 ORDER BY contact_id`,
      [accountId, aliases.map(({ kind }) => kind), aliases.map(({ value }) => value)],
    );
    return rows.map((row) => row.contact_id);
  }
}

function cacheKey(accountId: string, { kind, value }: Alias): string {
  return `${accountId}|${kind}|${value}`;
}

async function insertContact(manager: EntityManager, accountId: string): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO contacts (id, account_id) VALUES ($1, $2)', [id, accountId]);
  return id;
}

async function addAliases(
  manager: EntityManager,
  accountId: string,
  contactId: string,
  aliases: readonly Alias[],
): Promise<void> {
  await manager.query(
    `INSERT INTO contact_aliases (account_id, kind, value, contact_id)
     SELECT $1, kind, value, $2 FROM unnest($3::text[], $4::text[]) AS alias (kind, value)
     ON CONFLICT DO NOTHING`,
    [accountId, contactId, aliases.map(({ kind }) => kind), aliases.map(({ value }) => value)],
  );
}

async function keepName(manager: EntityManager, contactId: string, name?: string): Promise<string | null> {
  const rows: [{ name: string | null }[]] = await manager.query(
    'UPDATE contacts SET name = coalesce($2, name) WHERE id = $1 RETURNING name',
    [contactId, name ?? null],
  );
  return rows[0][0]?.name ?? null;
}
