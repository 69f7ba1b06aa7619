import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared } from '#database';
import { Clock, newId } from '#kernel';
import { BlindIndex, FieldCipher } from '#security';
import type { OutboundContent } from '#whatsapp';

import { messageBodyAddress } from '../messages/message-body.js';
import { OutboxContents } from './outbox-contents.service.js';
import { MARK, type GateRow } from './outbox-gate.sql.js';
import type { Ownership } from './ownership.js';
import type { PacedPass } from './pacing/pacing-book.service.js';

/** A message that has passed the last gate and is marked `sending`. */
export interface AdmittedMessage {
  readonly outboxId: string;
  readonly messageId: string;
  /** WhatsApp's id of the chat that it goes to, now and at every further try. */
  readonly address: string;
  readonly turnId: string | null;
  readonly content: OutboundContent;
  /** WhatsApp's id of the message that it answers. */
  readonly quotedId: string | null;
  readonly attempts: number;
}

/** Marks a message `sending`, takes what it costs of the account's allowance, and puts it into the store of record before it leaves, so that its own echo finds it there. */
@Injectable()
export class AdmissionWriter {
  constructor(
    private readonly contents: OutboxContents,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /** Throws `security.unreadable`. */
  textOf(row: GateRow): Promise<string> {
    return this.contents.textOf(row);
  }

  async write(
    manager: EntityManager,
    row: GateRow,
    { text, owner, paced }: { readonly text: string; readonly owner: Ownership; readonly paced: PacedPass },
  ): Promise<AdmittedMessage> {
    const content = await this.contents.open(manager, row, text);
    const address = row.address ?? row.external_id;
    const id = newId();
    const silent = row.kind !== 'text' && text === '';
    await queryPrepared(manager, MARK, [
      row.id,
      this.clock.now(),
      owner.fencingToken,
      address,
      paced.firstContact,
      id,
      row.chat_id,
      row.message_id,
      row.subject_id,
      row.kind,
      silent ? null : await this.cipher.seal(row.subject_id, messageBodyAddress(id), text, manager),
      silent ? null : this.index.vector(text),
      row.quoted_id,
      row.turn_id,
      paced.bucket?.tokens ?? null,
      paced.bucket?.refilledAt ?? null,
    ]);
    const { message_id: messageId, turn_id: turnId, quoted_id: quotedId } = row;
    return { outboxId: row.id, messageId, address, turnId, content, quotedId, attempts: row.attempts + 1 };
  }
}
