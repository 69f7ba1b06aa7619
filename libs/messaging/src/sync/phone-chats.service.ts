import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, Clock } from '#kernel';
import { Logger } from '#telemetry';
import { phoneOfChatId, type ChatKind, type ChatSummary, type MessageSender, type WhatsAppPort } from '#whatsapp';

import { ChatBook } from '../chats/chat-book.service.js';
import { aliasOf } from '../contacts/aliases.js';
import type { Ownership } from '../outbox/ownership.js';
import type { SyncKind } from './chat-sync.entity.js';
import { SyncRequests } from './sync-requests.service.js';
import { HELD_SQL } from './sync.sql.js';

const TRIES = 3;
const RETRY_MS = 5_000;
/** What people and groups say to us; the rest is no conversation. */
const CONVERSATIONS: readonly ChatKind[] = ['direct', 'group'];

/** Finds the chats that the phone has and the store has not, and asks for them to be compared. */
@Injectable()
export class PhoneChats {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: ChatBook,
    private readonly requests: SyncRequests,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Does what was asked for the account. What fails is noted, and tried again. */
  async find(port: WhatsAppPort, owner: Ownership): Promise<void> {
    const { accountId } = owner;
    const [asked] = await this.dataSource.query<AskedRow[]>(
      `SELECT kind, requested_at, attempts FROM account_syncs WHERE account_id = $1 AND state = 'waiting' AND not_before <= $2`,
      [accountId, this.clock.now()],
    );
    if (!asked) return;
    try {
      const chats = await port.chats();
      const missing = await this.missingOf(
        accountId,
        chats.filter(({ kind, lastAt }) => CONVERSATIONS.includes(kind) && lastAt !== undefined),
      );
      const parties = missing.length > 0 ? await this.book.resolve(accountId, missing.map(partiesOf)) : [];
      const ids = [...new Set(parties.map(({ chatId }) => chatId))];
      await this.requests.ask(ids, asked.kind, asked.requested_at);
      await this.end(owner, asked, 'done');
    } catch (error) {
      this.logger.warn({ err: error, accountId }, 'the chats of an account could not be listed');
      await this.failed(owner, asked, error);
    }
  }

  private async failed(owner: Ownership, asked: AskedRow, error: unknown): Promise<void> {
    const { code, message } =
      error instanceof AppError
        ? error
        : { code: 'sync.chats-unreadable', message: 'The phone’s chats could not be listed. The log tells why.' };
    await this.end(owner, asked, asked.attempts + 1 < TRIES ? 'waiting' : 'failed', { code, message });
  }

  /** What was asked for anew meanwhile is done anew. */
  private async end(
    { accountId, fencingToken }: Ownership,
    { requested_at }: AskedRow,
    state: 'waiting' | 'done' | 'failed',
    error?: { readonly code: string; readonly message: string },
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE account_syncs SET state = $4, attempts = attempts + 1, not_before = $5, last_error_code = $6, last_error_message = $7
       WHERE account_id = $1 AND requested_at = $3 AND state = 'waiting' AND ${HELD_SQL}`,
      [
        ...[accountId, fencingToken, requested_at, state, new Date(this.clock.now().getTime() + RETRY_MS)],
        ...[error?.code ?? null, error?.message ?? null],
      ],
    );
  }

  /** Those that are in the store under none of their addresses. */
  private async missingOf(accountId: string, chats: readonly ChatSummary[]): Promise<ChatSummary[]> {
    const addresses = chats.flatMap(({ id, otherId }, place) =>
      [id, ...(otherId === undefined ? [] : [otherId])].map((address) => ({ place, address, ...aliasOf(address) })),
    );
    const rows = await this.dataSource.query<{ place: number }[]>(KNOWN_SQL, [
      accountId,
      addresses.map(({ place }) => place),
      addresses.map(({ address }) => address),
      addresses.map(({ kind }) => kind),
      addresses.map(({ value }) => value),
    ]);
    const known = new Set(rows.map(({ place }) => place));
    return chats.filter((_, place) => !known.has(place));
  }
}

interface AskedRow {
  readonly kind: SyncKind;
  readonly requested_at: Date;
  readonly attempts: number;
}

/** Both addresses of a person make one contact; a group names nobody. */
function partiesOf({ id, otherId, kind, name }: ChatSummary) {
  const addresses = otherId === undefined ? [id] : [id, otherId];
  const phone = addresses.map(phoneOfChatId).find((each) => each !== null);
  const lid = addresses.find((address) => address.endsWith('@lid'));
  const sender: MessageSender = { id, ...(phone !== undefined && { phone }), ...(lid !== undefined && { lid }) };
  const title = kind === 'group' && name !== undefined ? { name } : {};
  return { chat: { id, kind, ...title }, sender, fromMe: kind === 'group' };
}

const KNOWN_SQL = `
SELECT DISTINCT place FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[]) AS input (place, address, kind, value)
WHERE EXISTS (SELECT FROM chats WHERE account_id = $1 AND external_id = input.address)
  OR EXISTS (
    SELECT FROM contact_aliases AS alias JOIN chats ON chats.account_id = $1 AND chats.contact_id = alias.contact_id
    WHERE alias.account_id = $1 AND alias.kind = input.kind AND alias.value = input.value AND chats.kind = 'direct')`;
