import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';

import type { AbsorbableChat } from './absorbable-chat.js';
import { AnsweringCharacters } from './answering-characters.service.js';

/** A chat, and who should take it in. */
export interface NeglectedChat {
  readonly characterId: string;
  readonly chatId: string;
}

/** The chats that are taken in: those with one person, and groups. */
@Injectable()
export class AbsorbableChats {
  constructor(
    private readonly statements: Statements,
    private readonly answering: AnsweringCharacters,
    private readonly clock: Clock,
  ) {}

  /** Undefined when it is gone, or of another kind. */
  async find(chatId: string): Promise<AbsorbableChat | undefined> {
    const [chat] = await this.statements.run<AbsorbableChat>(CHAT, [chatId]);
    return chat;
  }

  /**
   * Those in which something waits that nobody has looked at, or that is to be looked at again by now; each for the character that answers in
   * it, whoever took it in before. At most `limit`, the latest first.
   */
  async neglected(steps: readonly string[], limit: number): Promise<NeglectedChat[]> {
    const now = this.clock.now();
    const neglected: NeglectedChat[] = [];
    let after: Candidate | undefined;
    do {
      const place = [after?.spokenAt ?? null, after?.chatId ?? null];
      const page = await this.statements.run<Candidate>(CANDIDATES, [steps, now, ...place, limit]);
      const answering = await this.answering.of(page.map(({ chatId }) => chatId));
      const pairs = page.flatMap(({ chatId }) => {
        const characterId = answering.get(chatId);
        return characterId === undefined ? [] : [{ chatId, characterId }];
      });
      neglected.push(...(await this.neglectedBy(pairs, steps, now)));
      after = page.length < limit ? undefined : page.at(-1);
    } while (after && neglected.length < limit);
    return neglected.slice(0, limit);
  }

  private async neglectedBy(pairs: NeglectedChat[], steps: readonly string[], now: Date): Promise<NeglectedChat[]> {
    if (pairs.length === 0) return [];
    const values = [pairs.map(({ chatId }) => chatId), pairs.map(({ characterId }) => characterId), steps, now];
    return this.statements.run<NeglectedChat>(NEGLECTED, values);
  }
}

interface Candidate {
  readonly chatId: string;
  /** When something was last said in it, exactly. */
  readonly spokenAt: string;
}

const CHAT: Statement = {
  name: 'memory.chat',
  text: `
SELECT id, account_id AS "accountId", kind, contact_id AS "contactId", subject_id AS "subjectId", opted_out_at IS NOT NULL AS "optedOut",
  message_count AS "messageCount", archived_at AS "archivedAt"
FROM chats WHERE id = $1 AND kind IN ('direct', 'group')`,
};

/** The count of a chat's messages grows with late ones too, whenever they were sent. */
const IS_NEGLECTED = `place.chat_id IS NULL OR place.next_try_at <= $NOW::timestamptz OR (place.next_try_at IS NULL AND (
  place.seen_messages IS DISTINCT FROM chats.message_count OR place.seen_at < chats.archived_at))`;

/** Chats that nobody has begun, and those that anybody who has begun them neglects. */
const CANDIDATES: Statement = {
  name: 'memory.neglect-candidates',
  text: `
WITH takers AS (
  SELECT DISTINCT character_id, chat_id FROM memory_absorptions
  UNION ALL
  SELECT NULL::uuid, id FROM chats WHERE NOT EXISTS (SELECT 1 FROM memory_absorptions WHERE chat_id = chats.id)
)
SELECT id AS "chatId", last_message_at::text AS "spokenAt" FROM chats
WHERE kind IN ('direct', 'group') AND last_message_at IS NOT NULL
  AND ($3::timestamptz IS NULL OR (last_message_at, id) < ($3::timestamptz, $4::uuid))
  AND id IN (
    SELECT takers.chat_id FROM takers JOIN chats ON chats.id = takers.chat_id CROSS JOIN unnest($1::text[]) AS wanted (step)
    LEFT JOIN memory_absorptions AS place
      ON place.character_id = takers.character_id AND place.chat_id = takers.chat_id AND place.step = wanted.step
    WHERE ${IS_NEGLECTED.replace('$NOW', '$2')})
ORDER BY last_message_at DESC, id DESC LIMIT $5`,
};

const NEGLECTED: Statement = {
  name: 'memory.neglected',
  text: `
SELECT asked.character_id AS "characterId", chats.id AS "chatId"
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (chat_id, character_id, number) JOIN chats ON chats.id = asked.chat_id
WHERE EXISTS (
  SELECT 1 FROM unnest($3::text[]) AS wanted (step)
  LEFT JOIN memory_absorptions AS place
    ON place.character_id = asked.character_id AND place.chat_id = chats.id AND place.step = wanted.step
  WHERE ${IS_NEGLECTED.replace('$NOW', '$4')})
ORDER BY asked.number`,
};
