import { Injectable } from '@nestjs/common';

import { Absorption, emotionOf } from '#memory';
import { Conversations, MessageTraits } from '#messaging';
import { Logger } from '#telemetry';

import { ConversationTitles } from '../conversations/title/conversation-titles.service.js';
import type { AskedTraits } from './made-answer.js';
import type { ReplyScene } from './reply-scene.js';

/** What is kept of an answer beside it: what is remembered, how what was asked sounds, where the conversation stands. Never in its way. */
@Injectable()
export class AnswerNotes {
  constructor(
    private readonly absorption: Absorption,
    private readonly conversations: Conversations,
    private readonly traits: MessageTraits,
    private readonly titles: ConversationTitles,
    private readonly logger: Logger,
  ) {}

  /** Has it written down, soon. Does not wait. */
  keep(scene: ReplyScene, asked: AskedTraits): void {
    void this.absorption.note(scene.character.id, scene.chatId);
    void this.write(scene, asked);
  }

  private async write(scene: ReplyScene, { nsfwLevel, conversation }: AskedTraits): Promise<void> {
    const { chatId, group, asked, remembered } = scene;
    const mood = emotionOf(asked.map(({ text }) => text));
    const topic = remembered?.state.currentTopic ?? null;
    try {
      await this.traits.note(
        chatId,
        asked.map(({ id }) => id),
        { mood, nsfwLevel },
      );
      if (group) return;
      await this.conversations.note(chatId, {
        ...(mood !== null && { mood }),
        ...(topic !== null && { currentTopic: topic, topics: [topic] }),
        ...(remembered?.state.lastUserIntent && { intent: remembered.state.lastUserIntent }),
        ...{ nsfwLevel: conversation.level, nsfwAt: conversation.at },
      });
      await this.titles.answered(chatId);
    } catch (error) {
      this.logger.warn({ err: error, chatId }, 'where a conversation stands could not be written down');
    }
  }
}
