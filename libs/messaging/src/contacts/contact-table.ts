import type { EntityManager } from 'typeorm';

import type { Alias } from './aliases.js';
import { planContacts, type ContactPlan, type OwnedAlias, type SeenPerson } from './contact-plan.js';
import { mergeContacts } from './merge-contacts.js';
import type { MergeFollowers } from './merge-followers.service.js';

import { newId } from '#kernel';

/**
 * Brings the tables to where each person is one contact, in a handful of statements however many people there are. Needs
 * the account's lock (`lockContacts`). Answers what it did.
 */
export async function registerContacts(
  manager: EntityManager,
  accountId: string,
  people: readonly SeenPerson[],
  followers: MergeFollowers,
): Promise<ContactPlan> {
  const owned = await readAliases(
    manager,
    accountId,
    people.flatMap(({ aliases }) => aliases),
  );
  const plan = planContacts(people, owned, newId);
  for (const merge of plan.merges) await mergeContacts(manager, accountId, merge, followers);
  await writeContacts(manager, accountId, plan);
  return plan;
}

/** Two that meet the same new person must not both make a contact: one account, one writer at a time. */
export async function lockContacts(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('contacts:' || $1, 0))`, [accountId]);
}

async function readAliases(
  manager: EntityManager,
  accountId: string,
  aliases: readonly Alias[],
): Promise<readonly OwnedAlias[]> {
  return manager.query<OwnedAlias[]>(
    `SELECT DISTINCT kind, value, contact_id AS "contactId", name
     FROM contact_aliases
     JOIN unnest($2::text[], $3::text[]) AS wanted (kind, value) USING (kind, value)
     JOIN contacts ON contacts.id = contact_id
     WHERE contact_aliases.account_id = $1`,
    [accountId, aliases.map(({ kind }) => kind), aliases.map(({ value }) => value)],
  );
}

async function writeContacts(manager: EntityManager, accountId: string, plan: ContactPlan): Promise<void> {
  const { made, renamed, added } = plan;
  if (made.length > 0) {
    await manager.query(
      `INSERT INTO contacts (id, account_id, name)
       SELECT id, $1, name FROM unnest($2::uuid[], $3::text[]) AS made (id, name)`,
      [accountId, made.map(({ id }) => id), made.map(({ name }) => name)],
    );
  }
  if (renamed.length > 0) {
    await manager.query(
      `UPDATE contacts SET name = renamed.name FROM unnest($1::uuid[], $2::text[]) AS renamed (id, name)
       WHERE contacts.id = renamed.id`,
      [renamed.map(({ id }) => id), renamed.map(({ name }) => name)],
    );
  }
  if (added.length > 0) {
    await manager.query(
      `INSERT INTO contact_aliases (account_id, kind, value, contact_id)
       SELECT $1, kind, value, contact_id FROM unnest($2::text[], $3::text[], $4::uuid[]) AS added (kind, value, contact_id)`,
      [
        accountId,
        added.map(({ kind }) => kind),
        added.map(({ value }) => value),
        added.map(({ contactId }) => contactId),
      ],
    );
  }
}
