import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChatLabels } from '../labels/chat-labels.service.js';
import { RevocationFollowers } from './revocation-followers.service.js';

/** Takes messages back: their text is gone, with what was made of it, and they wait for no answer. */
@Injectable()
export class RevokedMessages {
  constructor(
    private readonly labels: ChatLabels,
    private readonly followers: RevocationFollowers,
  ) {}

  async revoke(manager: EntityManager, messageId: string, at: Date): Promise<void> {
    const untagged: { chat_id: string }[] = await manager.query(REVOKE_SQL, [messageId, at]);
    await this.labels.rollUp(
      manager,
      untagged.map((one) => one.chat_id),
    );
    await this.followers.message(manager, messageId);
  }
}

const REVOKE_SQL = `
WITH untagged AS (
  DELETE FROM message_labels WHERE message_id = $1 RETURNING chat_id
), revoked AS (
  UPDATE messages SET body = NULL, search = NULL, revoked_at = coalesce(revoked_at, $2),
    route_reason = CASE WHEN route = 'pending' THEN 'revoked' ELSE route_reason END,
    route = CASE WHEN route = 'pending' THEN 'skipped' ELSE route END
  WHERE id = $1
)
SELECT DISTINCT chat_id FROM untagged`;
