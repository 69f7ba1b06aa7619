import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { openBodies, reactionAddress } from '#messaging';
import { FieldCipher } from '#security';

import type { GroupEvent } from '../engine/group-event.js';
import { isAddressedByName } from './addressed-by-name.js';
import { emojiSentiment } from './emoji-sentiment.js';
import { MemberIds } from './member-ids.service.js';
import {
  CHANGED_MEMBERS_SQL,
  MENTIONED_SQL,
  NEW_MESSAGES_SQL,
  NEW_REACTIONS_SQL,
  type MemberRow,
  type NewsRow,
  type ReactionRow,
} from './news.sql.js';
import { WordTokens } from './word-tokens.service.js';

export interface NewsPlace {
  readonly chatId: string;
  readonly accountId: string;
  /** The last message that was seen, by when it was stored. */
  readonly seenAt: Date;
  readonly seenId: string;
  /** The last reaction or change of members that was seen, by when it happened. */
  readonly eventsAt: Date;
  /** By what people call whoever answers here. */
  readonly names: readonly string[];
  /** Contacts that the operator knows to be bots. */
  readonly bots: readonly string[];
}

export interface NewsPage {
  /** In the order in which they happened, none later than now. */
  readonly events: readonly GroupEvent[];
  readonly seenAt: Date;
  readonly seenId: string;
  readonly eventsAt: Date;
  /** There may be more. */
  readonly full: boolean;
}

/** So much is read at once. */
const PAGE = 500;
/** A mention of somebody, as the text of a message has it. */
const MENTION = /(?<![\p{L}\p{N}@])@(\d{5,20})(?!\d)/u;
const MENTIONS = new RegExp(MENTION, 'gu');

/** What happened in a group since it was last looked at. Reads in the caller's transaction and writes nothing. */
@Injectable()
export class GroupNews {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly members: MemberIds,
    private readonly words: WordTokens,
  ) {}

  async read(manager: EntityManager, place: NewsPlace, now: Date): Promise<NewsPage> {
    const rows: NewsRow[] = await manager.query(NEW_MESSAGES_SQL, [place.chatId, place.seenAt, place.seenId, PAGE]);
    const since = [place.chatId, place.eventsAt, now, PAGE];
    const reactions: ReactionRow[] = await manager.query(NEW_REACTIONS_SQL, since);
    const changed: MemberRow[] = await manager.query(CHANGED_MEMBERS_SQL, since);
    const events = [
      ...(await this.messagesOf(manager, rows, place, now)),
      ...(await this.reactionsOf(manager, reactions, place)),
      ...changed.map((row) => this.presenceOf(row, place)),
    ].toSorted((one, other) => one.at - other.at);
    const last = rows.at(-1);
    return {
      events,
      seenAt: last?.storedAt ?? place.seenAt,
      seenId: last?.id ?? place.seenId,
      eventsAt: latest(place.eventsAt, [...reactions, ...changed]),
      full: [rows, reactions, changed].some(({ length }) => length === PAGE),
    };
  }

  private async messagesOf(
    manager: EntityManager,
    rows: readonly NewsRow[],
    place: NewsPlace,
    now: Date,
  ): Promise<readonly GroupEvent[]> {
    const texts = (await openBodies(this.cipher, rows, manager)).map((text) => text ?? '');
    const mentioned = await mentionedIn(manager, place.accountId, texts);
    return rows.flatMap<GroupEvent>((row, index) => {
      const at = secondsOf(row.sentAt < now ? row.sentAt : now);
      if (row.author === 'assistant') return row.told ? [] : [{ kind: 'own', action: null, at }];
      const member = this.members.of(place.chatId, writerOf(row, place));
      if (row.ofOurs || place.bots.includes(row.senderId ?? ''))
        return [{ kind: 'message', at, member, fromBot: true }];
      const text = texts[index] ?? '';
      const sentiment = emojiSentiment(text);
      const tokens = this.words.of(text);
      return [
        {
          ...{ kind: 'message', at, member },
          ...this.directionOf(row, text, place, mentioned),
          ...(sentiment !== undefined && { sentiment }),
          ...(tokens.length > 0 && { tokens }),
        },
      ];
    });
  }

  /** Whom it is said to. What answers a message that nobody saw here is said to somebody all the same. */
  private directionOf(
    row: NewsRow,
    text: string,
    place: NewsPlace,
    mentioned: ReadonlyMap<string, string>,
  ): { readonly toUs?: true; readonly toMember?: number } {
    if (row.addressed || row.quotedAuthor === 'assistant' || isAddressedByName(text, place.names))
      return { toUs: true };
    const answered = row.quotedAuthor === 'owner' ? place.accountId : (row.quotedSenderId ?? row.quotedId);
    const [, digits] = MENTION.exec(text) ?? [];
    const to = answered ?? (digits === undefined ? null : (mentioned.get(digits) ?? digits));
    return to === null ? {} : { toMember: this.members.of(place.chatId, to) };
  }

  private async reactionsOf(
    manager: EntityManager,
    rows: readonly ReactionRow[],
    place: NewsPlace,
  ): Promise<readonly GroupEvent[]> {
    const people = rows.filter(({ actorId }) => !place.bots.includes(actorId));
    const sealed = people.map(({ id, subjectId, emoji }) => ({ subjectId, at: reactionAddress(id), sealed: emoji }));
    const emoji = await this.cipher.openAll(sealed, manager);
    return people.map(({ actorId, at, toUs }, index) => ({
      ...{ kind: 'reaction', member: this.members.of(place.chatId, actorId), at: secondsOf(at) },
      ...{ sentiment: emojiSentiment(emoji[index] ?? '') ?? 0, ...(toUs && { toUs }) },
    }));
  }

  private presenceOf({ contactId, present, at }: MemberRow, { chatId }: NewsPlace): GroupEvent {
    return { kind: present ? 'join' : 'leave', member: this.members.of(chatId, contactId), at: secondsOf(at) };
  }
}

function writerOf({ author, senderId, subjectId }: NewsRow, { accountId }: NewsPlace): string {
  return author === 'owner' ? accountId : (senderId ?? subjectId);
}

async function mentionedIn(
  manager: EntityManager,
  accountId: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const digits = new Set(texts.flatMap((text) => [...text.matchAll(MENTIONS)].map(([, each = '']) => each)));
  if (digits.size === 0) return new Map();
  const rows: { value: string; contactId: string }[] = await manager.query(MENTIONED_SQL, [accountId, [...digits]]);
  return new Map(rows.map(({ value, contactId }) => [value, contactId]));
}

function latest(from: Date, rows: readonly { readonly at: Date }[]): Date {
  return rows.reduce((last, { at }) => (at > last ? at : last), from);
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
