import { waitFor } from '#testing';

import type { ConnectorStage } from './connector-stage.js';

export interface RepeatVerdict {
  readonly messages: number;
  readonly deliveries: number;
  readonly rows: number;
  readonly answers_per_turn_above_one: number;
}

const CHATS = 20;
const FIRST_PHONE = 34_600_900_000;

/** Delivers every message several times, the repeats out of step with one another. */
export async function repeatChaos(
  stage: ConnectorStage,
  { messages, times }: { readonly messages: number; readonly times: number },
): Promise<RepeatVerdict> {
  const ids: string[] = [];
  for (let index = 0; index < messages; index += 1) {
    const message = { from: `+${FIRST_PHONE + (index % CHATS)}`, body: `repeated ${index}` };
    const id = await stage.standIn.receive(message);
    ids.push(id);
    for (let again = 1; again < times; again += 1) await stage.standIn.receive({ ...message, id });
  }
  const rows = async (): Promise<number> => {
    const [row] = await stage.rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM messages WHERE external_id = ANY($1)',
      [ids],
    );
    return row?.count ?? 0;
  };
  await waitFor(async () => (await rows()) >= messages, { what: 'the messages to be stored', timeoutMs: 120_000 });
  const marker = await stage.standIn.receive({ from: `+${FIRST_PHONE}`, body: 'the last one' });
  ids.push(marker);
  await waitFor(async () => (await rows()) > messages, { what: 'the last message to be stored', timeoutMs: 60_000 });
  const [doubled] = await stage.rows<{ count: number }>(
    `SELECT count(*)::integer AS count FROM (
       SELECT turn_id, part FROM outbox WHERE turn_id IS NOT NULL GROUP BY turn_id, part HAVING count(*) > 1) AS twice`,
  );
  return {
    messages,
    deliveries: messages * times,
    rows: (await rows()) - 1,
    answers_per_turn_above_one: doubled?.count ?? 0,
  };
}
