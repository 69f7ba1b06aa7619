import type { Prunable } from '#database';

/** Messages sent before `$1`. One whose fate is unknown stays: its row is what keeps it from being sent twice. */
export const PRUNABLE_CLOUD_API_MESSAGES: Prunable = {
  table: 'cloud_api_messages',
  where: `sent_at < $1 AND state <> 'sending'`,
};

/** Windows of contacts who wrote last before `$1`. */
export const PRUNABLE_CLOUD_API_WINDOWS: Prunable = { table: 'cloud_api_windows', where: 'heard_at < $1' };
