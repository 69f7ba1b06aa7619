import type { Prunable } from '#database';

/** Attachments of messages that left us, or never will, before `$1`. A draft and what may be tried again keep theirs. */
export const PRUNABLE_ATTACHMENTS: Prunable = {
  table: 'outbox_media',
  where: `EXISTS (
    SELECT 1 FROM outbox WHERE outbox.id = outbox_media.outbox_id AND outbox.state IN ('sent', 'failed', 'dropped')
      AND coalesce(outbox.sent_at, outbox.gated_at, outbox.created_at) < $1)`,
};
