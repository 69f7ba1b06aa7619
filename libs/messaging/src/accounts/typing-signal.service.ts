import { Injectable } from '@nestjs/common';

import { PgEvents } from '#database';

import { formatTyping, TYPING_CHANNEL, type Typing } from './typing-channel.js';

/** Lets the connector, in whichever process it runs, show that somebody writes. */
@Injectable()
export class TypingSignal {
  constructor(private readonly events: PgEvents) {}

  show(typing: Typing): Promise<void> {
    return this.events.publish(TYPING_CHANNEL, formatTyping(typing));
  }
}
