import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { Clock } from '#kernel';
import { Logger, Metrics } from '#telemetry';
import type { WhatsAppPort } from '#whatsapp';

import type { Ownership } from '../ownership.js';
import { retryDelayMs } from '../send-outcome.js';
import type { GestureKind } from './gesture.entity.js';

/** A gesture that failed so often is let go: it is a courtesy, and late it is none. */
const MAX_ATTEMPTS = 5;

/** Does what waits of reactions and read marks. To do one twice changes nothing, so a crash in between needs no care. */
@Injectable()
export class GestureSender {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  async sendAll(port: WhatsAppPort, { accountId }: Ownership, mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn()) {
      const [gesture] = await queryPrepared<Gesture>(this.dataSource.manager, NEXT, [accountId, this.clock.now()]);
      if (!gesture) return;
      const outcome = await this.tryOne(port, gesture);
      this.metrics
        .counter('gestures_total', 'Reactions and read marks by what became of a try', ['kind', 'outcome'])
        .inc({ kind: gesture.kind, outcome });
    }
  }

  private async tryOne(port: WhatsAppPort, gesture: Gesture): Promise<'done' | 'again' | 'failed'> {
    const { id, kind, attempts } = gesture;
    try {
      await perform(port, gesture);
      await this.dataSource.query(DONE_SQL, [id]);
      return 'done';
    } catch (error) {
      this.logger.warn({ err: error, gestureId: id, kind }, 'a reaction or read mark did not end well');
      if (attempts + 1 >= MAX_ATTEMPTS) {
        await this.dataSource.query(DONE_SQL, [id]);
        return 'failed';
      }
      const notBefore = new Date(this.clock.now().getTime() + retryDelayMs(attempts + 1));
      await this.dataSource.query(AGAIN_SQL, [id, notBefore]);
      return 'again';
    }
  }
}

async function perform(port: WhatsAppPort, { kind, address, message_ids: ids, emoji }: Gesture): Promise<void> {
  switch (kind) {
    case 'read':
      return port.markRead(address, ids);
    case 'reaction':
      for (const id of ids) await port.react(address, id, emoji);
  }
}

interface Gesture {
  readonly id: string;
  readonly kind: GestureKind;
  readonly address: string;
  readonly message_ids: string[];
  readonly emoji: string;
  readonly attempts: number;
}

/** One that has to wait holds up those after it in its chat, so that an older reaction never replaces a newer one; and none in a stopped account. */
const NEXT: Statement = {
  name: 'gestures.next',
  text: `
SELECT gesture.id, gesture.kind, chats.external_id AS address, message_ids, emoji, attempts
FROM chat_gestures AS gesture JOIN chats ON chats.id = chat_id
WHERE gesture.account_id = $1 AND not_before <= $2
  AND NOT EXISTS (SELECT 1 FROM account_pacing WHERE account_id = $1 AND stopped_at IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM chat_gestures AS earlier
    WHERE earlier.account_id = $1 AND earlier.chat_id = gesture.chat_id AND earlier.position < gesture.position
  )
ORDER BY position LIMIT 1`,
};

const DONE_SQL = 'DELETE FROM chat_gestures WHERE id = $1';

const AGAIN_SQL = 'UPDATE chat_gestures SET attempts = attempts + 1, not_before = $2 WHERE id = $1';
