import { Injectable } from '@nestjs/common';

import { LanguageModel } from '#llm';

import { acceptAnswer } from '../../reply/accept-answer.js';
import { replyPrompt } from '../../reply/reply-prompt.js';
import { ReplySettings } from '../../reply/reply-settings.service.js';
import { nothingToPreview } from '../characters.errors.js';
import type { Character } from '../character.js';
import { checkAdult } from '../sheet/check-adult.js';
import { withNames } from '../sheet/fill-names.js';
import { changedSheet, type SheetChange } from '../sheet/sheet-of.js';
import { storedCharacterOf, type StoredCharacter } from '../store/stored-character.js';
import type { PastConversation } from './past-conversations.service.js';
import { pastTurns, type PastTurn } from './past-turns.js';
import type { PreviewTurnDto } from './preview.dto.js';

/** Tries a change of a character on a conversation that is over. Nothing is stored, sent or remembered, and no contact's budget pays. */
@Injectable()
export class CharacterPreview {
  constructor(
    private readonly model: LanguageModel,
    private readonly settings: ReplySettings,
  ) {}

  /** @throws AppError `character.underage`, `character.nothing-to-preview`, and what the model throws */
  async of(
    stored: StoredCharacter,
    changes: SheetChange,
    conversation: PastConversation,
    most: number,
  ): Promise<readonly PreviewTurnDto[]> {
    const character = changedCharacter(stored, changes);
    const turns = pastTurns(conversation.messages, { most, window: this.settings.contextWindow });
    if (turns.length === 0) throw nothingToPreview();
    return Promise.all(turns.map((turn) => this.answer(character, conversation, turn)));
  }

  private async answer(
    character: Character,
    { chatId, contactName, group }: PastConversation,
    { earlier, asked, answered }: PastTurn,
  ): Promise<PreviewTurnDto> {
    const request = replyPrompt({
      ...{ character, chatId, contactName, group, earlier, asked },
      ...{ address: null, contactId: null, remembered: null },
      // As it was when it was said.
      now: asked.at(-1)?.sentAt ?? this.settings.now(),
      zone: this.settings.zone,
    });
    const completion = await this.model.complete(request);
    const accepted = acceptAnswer(completion, request);
    return {
      asked: asked.map(({ text }) => text),
      answered: answered.map(({ text }) => text),
      answer: accepted.kind === 'say' ? accepted.texts : [],
      silence: accepted.kind === 'say' ? null : accepted.reason,
      model: completion.model,
      inputTokens: completion.usage.inputTokens + completion.usage.cacheReadTokens + completion.usage.cacheWriteTokens,
      outputTokens: completion.usage.outputTokens,
    };
  }
}

function changedCharacter(stored: StoredCharacter, changes: SheetChange): Character {
  const { id, slug, version, status, card, changedBy, createdAt, updatedAt } = stored;
  const sheet = changedSheet(stored, changes);
  checkAdult(sheet, card);
  return withNames(
    storedCharacterOf({ ...{ id, slug, version, status, card, changedBy, createdAt, updatedAt }, sheet }),
  );
}
