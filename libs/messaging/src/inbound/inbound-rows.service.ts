import { Injectable } from '@nestjs/common';

import { newId } from '#kernel';
import type { IncomingMessage } from '#whatsapp';

import { ChatBook, type Parties } from '../chats/chat-book.service.js';
import { planMedia, type MediaPlan } from '../media/media-plan.js';
import { EarlyRevisions, sameTalk, type EarlyRevision } from '../messages/early-revisions.service.js';
import { InboundPolicy } from './inbound-policy.js';
import { planInbound, planPast, planUnreadable, type InboundPlan } from './inbound-plan.js';
import type { InboundItem, InboundRow } from './inbound-row.js';

/** Finds out where messages belong and what storing them means. */
@Injectable()
export class InboundRows {
  constructor(
    private readonly chats: ChatBook,
    private readonly early: EarlyRevisions,
    private readonly policy: InboundPolicy,
  ) {}

  /** One row for each item, in order. Without what may have come before it: `INSERT_INBOUND` is to be asked about that. */
  of(items: readonly InboundItem[]): Promise<readonly InboundRow[]> {
    return this.rowsOf(items, () => Promise.resolve([]));
  }

  /** As `of`, with what came before it. */
  revised(items: readonly InboundItem[]): Promise<readonly InboundRow[]> {
    return this.rowsOf(items, (accountId, ids) => this.early.waitingFor(accountId, ids));
  }

  /** The row of a message whose place is known: nothing can have come before it. */
  inPlace(item: InboundItem, parties: Parties): InboundRow {
    return this.rowOf(item, parties, []);
  }

  /** Forgets what it knows of contacts and chats: another process may have merged some away. */
  forget(): void {
    this.chats.forget();
  }

  /** To be called when the rows are stored: what came before them is in them. */
  async forgetRevisions(rows: readonly InboundRow[]): Promise<void> {
    await this.early.forget(rows.flatMap(({ revisions }) => revisions.map(({ id }) => id)));
  }

  private async rowsOf(
    items: readonly InboundItem[],
    waitingFor: (accountId: string, ids: readonly string[]) => Promise<readonly EarlyRevision[]>,
  ): Promise<readonly InboundRow[]> {
    const rows = new Map<InboundItem, InboundRow>();
    for (const accountId of new Set(items.map((item) => item.accountId))) {
      const group = items.filter((item) => item.accountId === accountId);
      const messages = group.map(({ message }) => message);
      const parties = await this.chats.resolve(accountId, messages);
      const early = await waitingFor(
        accountId,
        messages.map(({ id }) => id),
      );
      parties.forEach((resolved, index) => {
        const item = group[index];
        if (item) rows.set(item, this.rowOf(item, resolved, revisionsOf(item.message, early)));
      });
    }
    return items.flatMap((item) => rows.get(item) ?? []);
  }

  private rowOf(item: InboundItem, parties: Parties, revisions: readonly EarlyRevision[]): InboundRow {
    const revoked = revisions.find(({ revokedAt }) => revokedAt !== null);
    const edited = revisions.findLast(({ text }) => text !== null);
    const message = { ...item.message, text: revoked ? '' : (edited?.text ?? item.message.text) };
    return {
      ...this.planOf(item, revoked !== undefined),
      id: newId(),
      accountId: item.accountId,
      message,
      parties,
      subjectId: parties.senderId ?? parties.chatSubjectId,
      media: this.mediaOf(item.message, revoked !== undefined),
      editedAt: edited?.editedAt ?? null,
      revokedAt: revoked?.revokedAt ?? null,
      revisions,
    };
  }

  private mediaOf({ media }: IncomingMessage, revoked: boolean): MediaPlan | null {
    if (!media) return null;
    return revoked ? { state: 'skipped', reason: 'revoked' } : planMedia(media, this.policy.media);
  }

  /** From the text as it was sent: a STOP counts, whatever was made of it later. */
  private planOf({ message, unreadable, past }: InboundItem, revoked: boolean): InboundPlan {
    if (unreadable) return planUnreadable(message);
    if (past) return planPast(message);
    const plan = planInbound(message, this.policy, this.policy.clock.now());
    return revoked && plan.route === 'pending' ? { ...plan, route: 'skipped', routeReason: 'revoked' } : plan;
  }
}

function revisionsOf({ id, chat }: IncomingMessage, early: readonly EarlyRevision[]): readonly EarlyRevision[] {
  if (early.length === 0) return early;
  return early
    .filter(({ messageId, chatId }) => messageId === id && sameTalk(chatId, chat.id))
    .toSorted((a, b) => Number(a.editedAt) - Number(b.editedAt));
}
