import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock, idAt } from '#kernel';
import { ArchivedHistory, openBodies, type MessageView, type SpokenMessage } from '#messaging';
import { FieldCipher } from '#security';

import type { AbsorbedMessage, WaitingStretch } from './absorption-step.js';
import type { AbsorptionPlace } from './absorption-place.js';
import type { AbsorbableChat } from './absorbable-chat.js';

/** So long is waited for a message that WhatsApp could not decipher yet. It is stored anew when it can. */
const DECIPHER_MS = 24 * 3_600_000;

/** A message that a step has not taken in. Opened only when it is. */
export interface WaitingMessage {
  readonly id: string;
  readonly author: SpokenMessage['author'];
  readonly sentAt: Date;
  /** Nobody said it, or it was taken back, or it never arrived: it is passed over. */
  readonly silent: boolean;
  open(): Promise<AbsorbedMessage>;
}

/** What waits, the first stored first. */
export interface Waiting {
  readonly messages: readonly WaitingMessage[];
  /** Something is still to be deciphered. */
  readonly undeciphered: boolean;
}

/** Finds what a step has not taken in yet: in the store of record, and, once after a chat was put away, in its archive. */
@Injectable()
export class WaitingMessages {
  constructor(
    private readonly statements: Statements,
    private readonly archived: ArchivedHistory,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** At most `limit`. */
  async of(
    chat: AbsorbableChat,
    place: AbsorptionPlace,
    { limit, inArchive }: { readonly limit: number; readonly inArchive: boolean },
  ): Promise<Waiting> {
    const young = await this.undeciphered(chat, place);
    const left = [...place.recentIds, ...young];
    const rows = await this.statements.run<Row>(WAITING, [chat.id, place.settledId, left, limit]);
    const live = rows.map((row) => this.liveMessage(row));
    const put = inArchive ? await this.putAway(chat, place, limit) : [];
    const messages = [...live, ...put].sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
    return { messages, undeciphered: young.length > 0 };
  }

  /** How much of it there is, for a step that decides whether to begin. */
  stretchOf(messages: readonly WaitingMessage[]): WaitingStretch {
    const said = messages.filter((message) => !message.silent);
    const last = Math.max(0, ...said.map(({ sentAt }) => sentAt.getTime()));
    return {
      messages: said.length,
      fromContacts: said.filter(({ author }) => author === 'contact').length,
      idleMs: Math.max(0, this.clock.now().getTime() - last),
    };
  }

  /** Those that may still be deciphered: were they among what waits, they could crowd out what can be read. */
  private async undeciphered(chat: AbsorbableChat, { settledId }: AbsorptionPlace): Promise<string[]> {
    const since = idAt(new Date(this.clock.now().getTime() - DECIPHER_MS));
    const rows = await this.statements.run<{ id: string }>(UNDECIPHERED, [
      chat.id,
      since > settledId ? since : settledId,
    ]);
    return rows.map(({ id }) => id);
  }

  private liveMessage(row: Row): WaitingMessage {
    const { id, author, sentAt, silent, senderId, senderName, kind, subjectId } = row;
    const open = async (): Promise<AbsorbedMessage> => {
      const [text] = await openBodies(this.cipher, [row]);
      return { id, author, senderId, senderName, kind, text: text ?? '', sentAt, subjectId };
    };
    return { id, author, sentAt, silent, open };
  }

  /** The first stored of what is in the archive. */
  private async putAway(
    chat: AbsorbableChat,
    { settledId, recentIds }: AbsorptionPlace,
    limit: number,
  ): Promise<WaitingMessage[]> {
    const taken = new Set(recentIds);
    let first: WaitingMessage[] = [];
    for await (const page of this.archived.read(chat.id, {})) {
      const waiting = page.filter(({ id }) => id > settledId && !taken.has(id));
      first.push(...waiting.map((view) => archivedMessage(view, chat)));
      if (first.length < 4 * limit) continue;
      first = first.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
    }
    return first;
  }
}

function archivedMessage(view: MessageView, chat: AbsorbableChat): WaitingMessage {
  const { id, author, sentAt, senderId, senderName, kind, text } = view;
  const subjectId = chat.kind === 'group' && senderId !== null ? senderId : chat.subjectId;
  const silent = author === 'system' || view.revokedAt !== null || view.ack === -1;
  const message = { id, author, senderId, senderName, kind, text: text ?? '', sentAt, subjectId };
  return { id, author, sentAt, silent, open: () => Promise.resolve(message) };
}

interface Row extends Omit<AbsorbedMessage, 'text'> {
  readonly body: Buffer | null;
  readonly silent: boolean;
}

const UNDECIPHERED: Statement = {
  name: 'memory.undeciphered',
  text: `
SELECT id FROM messages
WHERE chat_id = $1 AND id > $2::uuid AND kind = 'unknown' AND body IS NULL AND revoked_at IS NULL AND author = 'contact'`,
};

/** The ids first, from the chat's own index: sorted by id alone, Postgres would walk through the messages of all chats. */
const WAITING: Statement = {
  name: 'memory.waiting',
  text: `
WITH waiting AS MATERIALIZED (
  SELECT id FROM messages WHERE chat_id = $1 AND id > $2::uuid AND id <> ALL ($3::uuid[])
), first AS MATERIALIZED (
  SELECT id FROM waiting ORDER BY id LIMIT $4
)
SELECT messages.id, author, sender_id AS "senderId", contacts.name AS "senderName", kind, subject_id AS "subjectId", body, sent_at AS "sentAt",
  author = 'system' OR revoked_at IS NOT NULL OR ack IS NOT DISTINCT FROM -1 AS silent
FROM first JOIN messages ON messages.id = first.id LEFT JOIN contacts ON contacts.id = sender_id
ORDER BY messages.id`,
};
