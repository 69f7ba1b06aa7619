import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig } from '#config';
import { queryPrepared } from '#database';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { isAllowedChat, type ReplyMode } from '#messaging';

import type { ChatStanding } from '../planning/person-state.js';
import { groupedBy } from './grouped-by.js';
import { CHATS } from './people.sql.js';
import type { PersonChats } from './person-chats.js';

/** As CHATS gives it. */
interface ChatRow {
  readonly id: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly characterId: string;
  readonly externalId: string;
  readonly channel: string;
  readonly phones: readonly string[];
  readonly optedOutAt: Date | null;
  readonly optedInAt: Date | null;
  readonly takenOverUntil: Date | null;
  readonly replyMode: ReplyMode | null;
  readonly allowed: boolean | null;
  readonly archived: boolean;
  readonly deleted: boolean;
  readonly talking: boolean;
  readonly lastHeardAt: Date | null;
  readonly lastWrittenAt: Date | null;
}

/** The chats of people, and in which of them one would write to them. */
@Injectable()
export class ChatBoard {
  constructor(private readonly config: ConversationConfig) {}

  /** Whoever has no chat of their own is left out. */
  async load(manager: EntityManager, contactIds: readonly string[]): Promise<ReadonlyMap<string, PersonChats>> {
    const rows = await queryPrepared<ChatRow>(manager, CHATS, [contactIds, DEFAULT_CHARACTER_ID]);
    const people = groupedBy(rows, ({ contactId }) => contactId);
    return new Map([...people].map(([contactId, chats]) => [contactId, this.chatsOf(chats)]));
  }

  private chatsOf(rows: readonly ChatRow[]): PersonChats {
    const standings = rows.map((row) => ({ row, standing: this.standingOf(row) }));
    const chosen = standings.reduce((best, next) => (isBetter(next, best) ? next : best));
    const { accountId, characterId } = chosen.row;
    return {
      chosen: {
        ...{ accountId, characterId },
        // A STOP is meant for whoever writes first, wherever it was said.
        standing: {
          ...chosen.standing,
          optedOut: rows.some(({ optedOutAt }) => optedOutAt !== null),
          optedInAt: latest(rows.map(({ optedInAt }) => optedInAt)),
          talking: rows.some(({ talking }) => talking),
        },
      },
      lastHeardAt: latest(rows.map(({ lastHeardAt }) => lastHeardAt)),
      lastWrittenAt: latest(rows.map(({ lastWrittenAt }) => lastWrittenAt)),
    };
  }

  private standingOf(row: ChatRow): ChatStanding {
    const { id, optedInAt, takenOverUntil, archived, deleted, talking, channel } = row;
    return {
      ...{ id, optedInAt, takenOverUntil, archived, deleted, talking, channel },
      optedOut: row.optedOutAt !== null,
      replyMode: row.replyMode ?? this.config.replyMode,
      allowed: isAllowedChat(row, this.config.allowList),
    };
  }
}

interface Seen {
  readonly row: ChatRow;
  readonly standing: ChatStanding;
}

/** In use before archived, allowed before not, then where they wrote last; the younger of two that are alike. */
function isBetter(next: Seen, best: Seen): boolean {
  const order = [
    Number(isInUse(next.standing)) - Number(isInUse(best.standing)),
    Number(next.standing.allowed) - Number(best.standing.allowed),
    (next.row.lastHeardAt?.getTime() ?? 0) - (best.row.lastHeardAt?.getTime() ?? 0),
  ].find((difference) => difference !== 0);
  return order === undefined ? next.row.id > best.row.id : order > 0;
}

function isInUse({ archived, deleted }: ChatStanding): boolean {
  return !archived && !deleted;
}

function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((last, time) => (time && (!last || time > last) ? time : last), null);
}
