import { Injectable } from '@nestjs/common';

import { LanguageModel } from '#llm';
import { MemoryCommands } from '#memory';

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
    const done = await this.asCommanded(scene);
    const question = safetyQuestionOf(scene, signal);
    const verdict = await this.guard.before(question);
    if (verdict.kind === 'say') return { kind: 'say', texts: [...verdict.texts, ...done] };
    if (done.length > 0) return { kind: 'say', texts: done };
    const request = replyPrompt(scene, verdict.guidance);
    const answer = acceptAnswer(await this.model.complete({ ...request, signal }), request);
    if (answer.kind === 'nothing') return answer;
    const check = await this.guard.after(answer.texts.join('\n'), question, verdict);
    return check.kind === 'send' ? answer : { kind: 'say', texts: check.texts };
  }

  /** What people asked of the memory, done, and what is to be said about it. */
  private async asCommanded({ character, chatId, group, asked }: ReplyScene): Promise<readonly string[]> {
    const answers = new Set<string>();
    for (const { id, senderId, text, sentAt } of asked) {
      if (senderId === null || text === '') continue;
      const answer = await this.commands.answer({
        ...{ characterId: character.id, contactId: senderId, chatId, messageId: id, saidAt: sentAt },
        ...{ text, inGroup: group },
      });
      if (answer !== null) answers.add(answer);
    }
    return [...answers];
  }
}
