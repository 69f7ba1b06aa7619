import { Injectable } from '@nestjs/common';

import { LanguageModel } from '#llm';
import { MemoryCommands } from '#memory';
import type { SpokenMessage } from '#messaging';

import { SafetyGuard } from '../safety/guard/safety-guard.service.js';
import { acceptAnswer, type AcceptedAnswer } from './accept-answer.js';
import { replyPrompt } from './reply-prompt.js';
import type { ReplyScene } from './reply-scene.js';
import { safetyQuestionOf } from './safety-question-of.js';

/** Makes the answer to a scene: by code where safety asks for it and where people ask for what code does, else by the model. */
@Injectable()
export class AnswerMaker {
  constructor(
    private readonly guard: SafetyGuard,
    private readonly commands: MemoryCommands,
    private readonly model: LanguageModel,
  ) {}

  /** Throws what the model throws. */
  async make(scene: ReplyScene, signal: AbortSignal): Promise<AcceptedAnswer> {
    // Whatever else is to be said: what a person asks to be forgotten is forgotten.
    const { done, rest } = await this.asCommanded(scene);
    const question = safetyQuestionOf(scene, signal);
    const verdict = await this.guard.before(question);
    if (verdict.kind === 'say') return { kind: 'say', texts: [...verdict.texts, ...done] };
    if (rest.length === 0) return { kind: 'say', texts: done };
    // The scene is from before: what was asked to be forgotten may stand in it.
    const left = done.length > 0 ? { ...scene, earlier: [], remembered: null, asked: rest } : scene;
    const request = replyPrompt(left, verdict.guidance);
    const answer = acceptAnswer(await this.model.complete({ ...request, signal }), request);
    if (answer.kind === 'nothing') return done.length > 0 ? { kind: 'say', texts: done } : answer;
    const check = await this.guard.after(answer.texts.join('\n'), question, verdict);
    return { kind: 'say', texts: [...done, ...(check.kind === 'send' ? answer.texts : check.texts)] };
  }

  /** What people asked of the memory is done: what is to be said about it, and the messages that ask nothing of the kind. */
  private async asCommanded({ character, chatId, group, asked }: ReplyScene): Promise<Commanded> {
    const done = new Set<string>();
    const rest: SpokenMessage[] = [];
    for (const message of asked) {
      const { id: messageId, senderId: contactId, text, sentAt: saidAt } = message;
      const about = { characterId: character.id, chatId, messageId, saidAt, text, inGroup: group };
      const answer = contactId === null || text === '' ? null : await this.commands.answer({ ...about, contactId });
      if (answer === null) rest.push(message);
      else done.add(answer);
    }
    return { done: [...done], rest };
  }
}

interface Commanded {
  readonly done: readonly string[];
  readonly rest: readonly SpokenMessage[];
}
