import { Injectable } from '@nestjs/common';

import {
  AbsorptionStep,
  type AbsorbedStretch,
  type AbsorptionWrites,
  type WaitingStretch,
} from '../../absorb/absorption-step.js';
import { TurnWriter } from './turn-writer.service.js';

/** Makes what was said findable: at once, and in large pieces. */
@Injectable()
export class IndexStep extends AbsorptionStep {
  readonly name = 'index';
  readonly batchSize = 500;

  constructor(private readonly writer: TurnWriter) {
    super();
  }

  isDue({ messages }: WaitingStretch): boolean {
    return messages > 0;
  }

  absorb({ chat, messages }: AbsorbedStretch): Promise<AbsorptionWrites> {
    // When the text was edited is not known here: should it have been, the turn is indexed once more when it is first found.
    const turns = messages.map((message) => ({ ...message, editedAt: null }));
    return Promise.resolve((manager) => this.writer.write(manager, chat.id, turns));
  }
}
