import type { EntityManager } from 'typeorm';

import { AutonomyGroupEntity } from './autonomy-group.entity.js';
import { unseenGroup } from './unseen-group.js';

/**
 * Whether the group has its row, which is made where it is missing; false where the chat is none. The chat is locked before the row is, as
 * everywhere.
 */
export async function ensureGroup(manager: EntityManager, chatId: string, now: Date): Promise<boolean> {
  if (await manager.existsBy(AutonomyGroupEntity, { chatId })) return true;
  const chats: unknown[] = await manager.query(`SELECT 1 FROM chats WHERE id = $1 AND kind = 'group' FOR KEY SHARE`, [
    chatId,
  ]);
  if (chats.length === 0) return false;
  await manager
    .createQueryBuilder()
    .insert()
    .into(AutonomyGroupEntity)
    .values(unseenGroup(chatId, now))
    .orIgnore()
    .execute();
  return true;
}
