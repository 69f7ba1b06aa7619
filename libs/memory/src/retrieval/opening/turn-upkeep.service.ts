import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Logger } from '#telemetry';

import { ChatIndexes } from '../index/chat-indexes.service.js';
import { TurnWriter, type IndexableTurn } from '../index/turn-writer.service.js';

interface OutdatedTurns {
  /** Taken back, or not kept any more. */
  readonly gone: readonly { readonly id: string; readonly chatId: string }[];
  /** They read otherwise now. */
  readonly edited: readonly (IndexableTurn & { readonly chatId: string })[];
}

/** Brings the index in line with what was found to have changed. */
@Injectable()
export class TurnUpkeep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: TurnWriter,
    private readonly indexes: ChatIndexes,
    private readonly logger: Logger,
  ) {}

  /** Never rejects: what could not be done is found again by the next search. */
  async tidy({ gone, edited }: OutdatedTurns): Promise<void> {
    try {
      if (gone.length > 0) await this.dataSource.query(DROP_SQL, [gone.map(({ id }) => id)]);
      for (const { id, chatId } of gone) this.indexes.hide(chatId, [id]);
      for (const turn of edited) {
        await this.dataSource.transaction((manager) => this.writer.write(manager, turn.chatId, [turn]));
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'the memory index could not be tidied');
    }
  }
}

const DROP_SQL = 'DELETE FROM memory_turns WHERE message_id = ANY ($1::uuid[])';
