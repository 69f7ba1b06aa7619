import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import type { HistoryMessage } from '#whatsapp';

import { aliasOf } from '../contacts/aliases.js';
import { EventIntake } from '../inbound/event-intake.service.js';
import { InboundRecorder } from '../inbound/inbound-recorder.service.js';
import { isUnstorable } from '../inbound/unstorable.js';
import { compareHistory, textFrom, type StoredSight } from './compare-history.js';
import { ImportedTwins } from './imported-twins.service.js';
import type { SyncCounts } from './sync-counts.js';
import { CLOSED_SQL } from './sync.sql.js';
import type { SyncedChat } from './synced-chat.js';

/** So many are stored at once: what is live goes between. */
const AT_ONCE = 50;
const TRIES = 3;

/** Takes a page of a phone's history into the store: by the way that live messages go, each once. */
@Injectable()
export class HistoryIntake {
  constructor(
    private readonly recorder: InboundRecorder,
    private readonly intake: EventIntake,
    private readonly twins: ImportedTwins,
    private readonly statements: Statements,
  ) {}

  async take(chat: SyncedChat, messages: readonly HistoryMessage[]): Promise<SyncCounts> {
    if (messages.length === 0) return { added: 0, edited: 0, deleted: 0 };
    const changes = compareHistory(messages, await this.sightsOf(chat, messages));
    const open = await this.openOnesOf(chat, changes.fresh);
    const fresh = await this.twins.without(chat.chatId, open);
    const added = await this.store(chat, fresh);
    await this.store(chat, changes.deciphered, 'at-last');
    const { accountId, externalId: chatId } = chat;
    // A fresh one that was edited has its last text already; what is missing is when.
    const edits = [...changes.edited, ...[...fresh, ...changes.deciphered].filter(({ editedAt }) => editedAt)];
    for (const message of edits) {
      const { id, text } = message;
      await this.intake.take(accountId, { type: 'edit', chatId, id, text, at: textFrom(message) });
    }
    for (const { id } of changes.revoked) {
      await this.intake.take(accountId, { type: 'revoke', chatId, id, at: new Date() });
    }
    for (const { id, ack } of changes.advanced) {
      if (ack !== undefined) await this.intake.take(accountId, { type: 'ack', chatId, id, ack, at: new Date() });
    }
    return {
      added,
      edited: changes.edited.length + changes.deciphered.length,
      deleted: changes.revoked.length,
    };
  }

  private async store(
    chat: SyncedChat,
    messages: readonly HistoryMessage[],
    how: 'first' | 'at-last' = 'first',
  ): Promise<number> {
    if (messages.length === 0) return 0;
    const named = await this.namedAmong(chat, messages);
    let added = 0;
    for (let first = 0; first < messages.length; first += AT_ONCE) {
      const slice = messages.slice(first, first + AT_ONCE).map((message, index) => ({
        ...message,
        chat: { ...message.chat, id: chat.externalId, name: chat.title === null ? message.chat.name : undefined },
        // What somebody was called long ago does not rename them.
        sender: named.has(first + index) ? { ...message.sender, name: undefined } : message.sender,
      }));
      const stored = await Promise.all(slice.map((message) => this.record(chat, message, how)));
      added += stored.filter(Boolean).length;
    }
    return added;
  }

  /** Answers whether it was new. One that can never be stored leaves a row without a text after some tries. */
  private async record(
    chat: SyncedChat,
    message: HistoryMessage,
    how: 'first' | 'at-last',
    tries = 1,
  ): Promise<boolean> {
    try {
      if (how === 'at-last') return (await this.recorder.recordAtLast(chat.accountId, message)).stored;
      const past = message.sentAt < chat.since;
      return (await this.recorder.record(chat.accountId, message, { past })).stored;
    } catch (error) {
      if (!isUnstorable(error) || tries >= TRIES) throw error;
      return this.record(chat, message, how, tries + 1);
    }
  }

  /** The chat may have been archived since the page was asked for: its rows are gone, and not missing. */
  private async openOnesOf(
    { chatId }: SyncedChat,
    messages: readonly HistoryMessage[],
  ): Promise<readonly HistoryMessage[]> {
    if (messages.length === 0) return messages;
    const [closed] = await this.statements.run<{ readonly until: Date | null }>(CLOSED, [chatId]);
    const until = closed?.until;
    return until ? messages.filter(({ sentAt }) => sentAt > until) : messages;
  }

  /** What the store has of each message, in order. */
  private async sightsOf(
    { chatId, since }: SyncedChat,
    messages: readonly HistoryMessage[],
  ): Promise<readonly (StoredSight | undefined)[]> {
    const rows = await this.statements.run<StoredSight & { readonly place: number }>(SIGHTS, [
      chatId,
      messages.map(({ id }) => id),
      messages.map(participantOf),
      since,
    ]);
    const sights = new Map(rows.map((row) => [row.place, row]));
    return messages.map((_, index) => sights.get(index));
  }

  /** Places of those messages whose writer has a name in the store. */
  private async namedAmong(
    { accountId }: SyncedChat,
    messages: readonly HistoryMessage[],
  ): Promise<ReadonlySet<number>> {
    const aliases = messages.map(({ sender }) => aliasOf(sender.id));
    const rows = await this.statements.run<{ readonly place: number }>(NAMED, [
      accountId,
      aliases.map(({ kind }) => kind),
      aliases.map(({ value }) => value),
    ]);
    return new Set(rows.map(({ place }) => place));
  }
}

/** As the store keeps it: one id may occur under two participants of a group; elsewhere, and for our own, there is only one. */
function participantOf({ chat, sender, fromMe }: HistoryMessage): string {
  return chat.kind === 'direct' || fromMe ? '' : sender.id;
}

const SIGHTS: Statement = {
  name: 'sync.sights',
  text: `
SELECT DISTINCT ON (place) (place - 1)::integer AS place, body IS NOT NULL AS "hasText",
  coalesce(route_reason = 'unreadable', false) AS unreadable,
  kind = 'unknown' AND body IS NULL AND revoked_at IS NULL AND author = 'contact' AND sent_at >= $4
    AND route_reason IS DISTINCT FROM 'unreadable' AS undeciphered,
  ack, edited_at AS "editedAt", revoked_at AS "revokedAt"
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS input (id, participant, place)
JOIN messages ON chat_id = $1 AND external_id = input.id AND messages.participant IN (input.participant, '')
ORDER BY place`,
};

const CLOSED: Statement = {
  name: 'sync.closed',
  text: `SELECT ${CLOSED_SQL} AS until FROM chats WHERE id = $1`,
};

const NAMED: Statement = {
  name: 'sync.named',
  text: `
SELECT (place - 1)::integer AS place FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS input (kind, value, place)
JOIN contact_aliases AS alias ON alias.account_id = $1 AND alias.kind = input.kind AND alias.value = input.value
JOIN contacts ON contacts.id = contact_id WHERE name IS NOT NULL`,
};
