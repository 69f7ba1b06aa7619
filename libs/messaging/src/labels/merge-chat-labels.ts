import type { EntityManager } from 'typeorm';

/** What the operator said of a chat stays when it turns out to be another; the rest is summed up anew with the next label. */
export async function mergeChatLabels(manager: EntityManager, from: string, into: string): Promise<void> {
  await manager.query(
    `INSERT INTO chat_labels (chat_id, facet, "values", shares, source, labelled_at)
     SELECT $2, facet, "values", shares, source, labelled_at FROM chat_labels WHERE chat_id = $1 AND source = 'operator'
     ON CONFLICT (chat_id, facet) DO UPDATE SET
       "values" = excluded."values", shares = excluded.shares, source = excluded.source, labelled_at = excluded.labelled_at
     WHERE chat_labels.source <> 'operator'`,
    [from, into],
  );
}
