import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ForgettingFollowers } from '../../facts/forgetting-followers.service.js';

/** What is forgotten leaves the index, too. */
@Injectable()
export class TurnForgetting implements OnModuleInit {
  constructor(private readonly followers: ForgettingFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      sources: async (manager, { characterId }, sources) => {
        await manager.query(SOURCES_SQL, [characterId, sources.map(({ messageId }) => messageId)]);
      },
      unsaid: async (manager, { chatId, messageId }) => {
        await manager.query(UNSAID_SQL, [chatId, messageId ?? null]);
      },
      everything: async (manager, { characterId, contactId }) => {
        await manager.query(PRIVATE_SQL, [characterId, contactId]);
        await manager.query(IN_GROUPS_SQL, [characterId, contactId]);
      },
    });
  }
}

/** Characters who answer in one chat share its index: what another one may tell stays, and is left out where turns are opened. */
const OWN_SQL = `
NOT EXISTS (SELECT 1 FROM memory_absorptions AS place
  WHERE place.chat_id = turn.chat_id AND place.step = 'index' AND place.character_id <> $1)`;

const SOURCES_SQL = `DELETE FROM memory_turns AS turn WHERE message_id = ANY ($2::uuid[]) AND ${OWN_SQL}`;

const UNSAID_SQL = `DELETE FROM memory_turns WHERE chat_id = $1 AND ($2::uuid IS NULL OR message_id = $2)`;

const PRIVATE_SQL = `
DELETE FROM memory_turns AS turn USING chats
WHERE chats.contact_id = $2 AND chats.kind = 'direct' AND turn.chat_id = chats.id AND ${OWN_SQL}`;

const IN_GROUPS_SQL = `
DELETE FROM memory_turns AS turn USING chats
WHERE turn.sender_id = $2 AND chats.id = turn.chat_id AND chats.kind = 'group' AND ${OWN_SQL}`;
