import { Injectable, type OnModuleInit } from '@nestjs/common';

import { MergeFollowers } from '#messaging';

import { LOCK_SQL } from './turn-writer.service.js';

/** Two chats become one, or two contacts: their turns come along. */
@Injectable()
export class TurnMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      chats: async (manager, { from, into }) => {
        await manager.query(LOCK_SQL, [into]);
        await manager.query(
          `UPDATE memory_turns SET chat_id = $2, position = nextval('memory_turn_positions') WHERE chat_id = $1`,
          [from, into],
        );
      },
      contacts: async (manager, { from, into }) => {
        await manager.query('UPDATE memory_turns SET sender_id = $2 WHERE sender_id = $1', [from, into]);
      },
    });
  }
}
