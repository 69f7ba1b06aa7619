import { Injectable } from '@nestjs/common';

import { Conversations, type ConversationView } from '#messaging';
import type { Viewer } from '#security';

import { Characters } from '../characters/characters.service.js';
import { ChatChoices } from '../characters/rules/chat-choices.service.js';
import { Greetings } from './greetings.service.js';
import { OpenCharacters } from './open-characters.service.js';

interface Opening {
  readonly contactId: string;
  /** Id or slug of the character. */
  readonly characterId: string;
  readonly title?: string;
  readonly clientId?: string;
}

/** Begins conversations: with the character that was asked for, who says its greeting. */
@Injectable()
export class ConversationOpening {
  constructor(
    private readonly open: OpenCharacters,
    private readonly characters: Characters,
    private readonly choices: ChatChoices,
    private readonly conversations: Conversations,
    private readonly greetings: Greetings,
  ) {}

  /** Again with the same `clientId`: what is missing of the first time is made up for. @throws AppError `character.not-found` */
  async begin(viewer: Viewer, { characterId, ...wish }: Opening): Promise<ConversationView> {
    const character = await this.open.find(characterId, viewer);
    const { id, messageCount } = await this.conversations.create(wish);
    if (!(await this.isAssigned(id))) await this.characters.assign(id, character.id);
    if (messageCount === 0) await this.greetings.say(id, character);
    return this.conversations.find(viewer, id);
  }

  private async isAssigned(chatId: string): Promise<boolean> {
    const noRules = -1;
    return (await this.choices.standing(chatId, noRules)) !== null;
  }
}
