import type { EntityManager } from 'typeorm';

/** Two people that turn out to be one, or two chats: of two reactions to one message the later one stays. */
export async function mergeReactions(
  manager: EntityManager,
  what: 'actor_id' | 'chat_id',
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const other = what === 'actor_id' ? 'chat_id' : 'actor_id';
  await manager.query(
    `DELETE FROM reactions AS old USING reactions AS kept
     WHERE old.${what} IN ($1, $2) AND kept.${what} IN ($1, $2) AND old.${other} = kept.${other}
       AND old.message_external_id = kept.message_external_id
       AND (old.reacted_at, old.id) < (kept.reacted_at, kept.id)`,
    [from, into],
  );
  await manager.query(`UPDATE reactions SET ${what} = $2 WHERE ${what} = $1`, [from, into]);
}
