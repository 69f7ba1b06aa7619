import type { EntityManager } from 'typeorm';

import { newId } from '#kernel';

import type { Found } from './automation-judge.service.js';

/** Writes down what is to be done, each once per automation and message, however often it is found. */
export async function insertRuns(manager: EntityManager, found: readonly Found[], now: Date): Promise<void> {
  if (found.length === 0) return;
  const rows = found
    // Always in one order: two that find the same wait for each other, and never in a ring.
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(({ automation, ...rest }) => ({
      ...rest,
      id: newId(),
      automationId: automation.id,
      version: automation.version,
    }));
  await manager.query(
    `INSERT INTO automation_runs (id, automation_id, message_id, chat_id, version, reasons, state, created_at, finished_at)
     SELECT found.id, automations.id, "messageId", "chatId", found.version, reasons, state, $2,
       CASE WHEN state = 'failed' THEN $2::timestamptz END
     FROM json_to_recordset($1::json) AS found (
       id uuid, "automationId" uuid, "messageId" uuid, "chatId" uuid, version integer, reasons text[], state text)
     JOIN automations ON automations.id = "automationId"
     ON CONFLICT (automation_id, message_id) DO NOTHING`,
    [JSON.stringify(rows), now],
  );
}

function placeOf({ automation, messageId }: Found): string {
  return automation.id + messageId;
}
