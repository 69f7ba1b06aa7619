import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { cleanText, isId, newId } from '#kernel';
import { directChatIdOf } from '#whatsapp';

import { aliasOf } from '../../contacts/aliases.js';
import { lockContacts } from '../../contacts/contact-table.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { personIdInvalid, personNotFound } from './person.errors.js';

/** UTF-16 units. */
const LONGEST_ID = 200;
const LONGEST_NAME = 100;

/**
 * People, by whatever name a site or an operator has for them: the contact's id, a phone number, a WhatsApp id, or an id of the site's own.
 * What is surely a number or an id of WhatsApp (`+34…`, `…@c.us`) is the person of WhatsApp, if there is one; bare digits are the site's own
 * id first, lest a customer's number becomes somebody's phone.
 */
@Injectable()
export class People {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The contact's id, that of after a merge. @throws AppError `person.not-found` */
  async find(userId: string): Promise<string> {
    const id = await lookUp(this.dataSource.manager, userId);
    if (id === undefined) throw personNotFound();
    return id;
  }

  /**
   * As `find`; whoever is not known yet is made known, under `userId` as the site's own id. @throws AppError `person.id-invalid`
   */
  async resolve(userId: string, name?: string): Promise<string> {
    const known = await lookUp(this.dataSource.manager, userId);
    if (known !== undefined) return known;
    if (!isPlain(userId)) throw personIdInvalid();
    return this.transactions.run(async (manager) => {
      await lockContacts(manager, WEB_ACCOUNT_ID);
      // Another may have been faster.
      return (await lookUp(manager, userId)) ?? (await make(manager, userId, name));
    });
  }
}

async function lookUp(manager: EntityManager, userId: string): Promise<string | undefined> {
  if (!isPlain(userId)) return undefined;
  const alias = aliasOf(directChatIdOf(userId) ?? userId);
  const rows: { id: string }[] = await manager.query(LOOK_UP_SQL, [
    isId(userId) ? userId : null,
    WEB_ACCOUNT_ID,
    userId,
    alias.kind,
    alias.value,
    /^\+|@/.test(userId),
  ]);
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
SELECT coalesce(contacts.merged_into, contacts.id) AS id FROM (
  SELECT 0 AS place, id FROM contacts WHERE id = $1
  UNION ALL
  SELECT CASE WHEN $6::boolean = (kind = 'web') THEN 2 ELSE 1 END, contact_id FROM contact_aliases
  WHERE kind = $4 AND value = $5 AND $4 <> 'other' OR account_id = $2 AND kind = 'web' AND value = $3
) AS found JOIN contacts USING (id)
ORDER BY place, contacts.created_at, contacts.id LIMIT 1`;
