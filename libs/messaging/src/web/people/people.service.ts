import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { cleanText, isId, newId } from '#kernel';
import { directChatIdOf } from '#whatsapp';

import { aliasOf } from '../../contacts/aliases.js';
import { lockContacts } from '../../contacts/contact-table.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { personErased, personIdInvalid, personNotFound } from './person.errors.js';

/** UTF-16 units. */
const LONGEST_ID = 200;
const LONGEST_NAME = 100;

/**
 * People, by whatever name a site or an operator has for them: the contact's id, a phone number, a WhatsApp id, or an id of the site's own.
 * What is surely a number or an id of WhatsApp (`+34…`, `…@c.us`) is the person of WhatsApp, if there is one. Bare digits are the site's own
 * id, lest a customer's number opens somebody's phone; only where nobody is made known may they be a phone number after all.
 */
@Injectable()
export class People {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The contact's id, that of after a merge. @throws AppError `person.not-found`, `person.erased` */
  async find(userId: string): Promise<string> {
    const id = await lookUp(this.dataSource.manager, userId);
    if (id === undefined) throw personNotFound();
    return id;
  }

  /**
   * As `find`, but bare digits are no phone number; whoever is not known yet is made known, under `userId` as the site's own id.
   * @throws AppError `person.id-invalid`, `person.erased`
   */
  async resolve(userId: string, name?: string): Promise<string> {
    const known = await lookUp(this.dataSource.manager, userId, OURS_ONLY);
    if (known !== undefined) return known;
    if (!isPlain(userId)) throw personIdInvalid();
    return this.transactions.run(async (manager) => {
      await lockContacts(manager, WEB_ACCOUNT_ID);
      // Another may have been faster.
      return (await lookUp(manager, userId, OURS_ONLY)) ?? (await make(manager, userId, name));
    });
  }
}

/** Bare digits are the site's own id, and never a phone number. */
const OURS_ONLY = { bareDigits: 'ours' } as const;

async function lookUp(
  manager: EntityManager,
  userId: string,
  { bareDigits }: { readonly bareDigits: 'ours' | 'ours or a phone' } = { bareDigits: 'ours or a phone' },
): Promise<string | undefined> {
  if (!isPlain(userId)) return undefined;
  const isPhone = bareDigits === 'ours or a phone' || /^\+|@/.test(userId);
  const alias = aliasOf((isPhone ? directChatIdOf(userId) : undefined) ?? userId);
  const rows: { id: string; erased: boolean }[] = await manager.query(LOOK_UP_SQL, [
    isId(userId) ? userId : null,
    WEB_ACCOUNT_ID,
    userId,
    alias.kind,
    alias.value,
    /^\+|@/.test(userId),
  ]);
  if (rows[0]?.erased) throw personErased();
  return rows[0]?.id;
}

async function make(manager: EntityManager, userId: string, name: string | undefined): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO contacts (id, account_id, name) VALUES ($1, $2, $3)', [
    id,
    WEB_ACCOUNT_ID,
    name === undefined ? null : cleanText(name).slice(0, LONGEST_NAME).toWellFormed(),
  ]);
  await manager.query(`INSERT INTO contact_aliases (account_id, kind, value, contact_id) VALUES ($1, 'web', $2, $3)`, [
    WEB_ACCOUNT_ID,
    userId,
    id,
  ]);
  return id;
}

/** What Postgres or a list on a screen cannot hold is nobody's id. */
function isPlain(userId: string): boolean {
  return userId.length > 0 && userId.length <= LONGEST_ID && userId.isWellFormed() && !/\p{Cc}/u.test(userId);
}

/** The contact of that id first; `$6`: before those of the site who has that phone or WhatsApp id. Of several accounts the oldest. */
const LOOK_UP_SQL = `
SELECT coalesce(contacts.merged_into, contacts.id) AS id,
  coalesce(winner.erased_at, contacts.erased_at) IS NOT NULL AS erased
FROM (
  SELECT 0 AS place, id FROM contacts WHERE id = $1
  UNION ALL
  SELECT CASE WHEN $6::boolean = (kind = 'web') THEN 2 ELSE 1 END, contact_id FROM contact_aliases
  WHERE kind = $4 AND value = $5 AND $4 <> 'other' OR account_id = $2 AND kind = 'web' AND value = $3
) AS found JOIN contacts USING (id) LEFT JOIN contacts AS winner ON winner.id = contacts.merged_into
ORDER BY place, contacts.created_at, contacts.id LIMIT 1`;
