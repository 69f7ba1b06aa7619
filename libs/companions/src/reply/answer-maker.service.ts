import { Injectable } from '@nestjs/common';

import { failpoint } from '#kernel';
import { LanguageModel, type Completion, type CompletionRequest } from '#llm';
import { emotionOf } from '#memory';
import type { AnswerTraits, SpokenMessage } from '#messaging';

import { SafetyGuard } from '../safety/guard/safety-guard.service.js';
import type { AnswerVerdict, SafetyQuestion } from '../safety/guard/safety-question.js';
import { ChatWishes } from '../wishes/chat-wishes.service.js';
import { acceptAnswer } from './accept-answer.js';
import { ConversationLevels } from './conversation-levels.service.js';
import type { AskedTraits, MadeAnswer } from './made-answer.js';
import { replyPrompt } from './reply-prompt.js';
import type { ReplyScene } from './reply-scene.js';
import { safetyQuestionOf } from './safety-question-of.js';
import { SILENT_STREAM, type AnswerStream } from './stream/answer-stream.js';
import { AnswerStreams } from './stream/answer-streams.service.js';

/** Makes the answer to a scene: by code where safety asks for it and where people ask for what code does, else by the model. */
@Injectable()
export class AnswerMaker {
  constructor(
    private readonly guard: SafetyGuard,
    private readonly wishes: ChatWishes,
    private readonly model: LanguageModel,
    private readonly streams: AnswerStreams,
    private readonly levels: ConversationLevels,
  ) {}

  /** Throws what the model throws. `stream`: who watches it being written; whoever calls tells it how it ended. */
  async make(scene: ReplyScene, signal: AbortSignal, stream: AnswerStream = SILENT_STREAM): Promise<MadeAnswer> {
    // Whatever else is to be said: what a person asks to be forgotten is forgotten, and who wants to be left alone is.
    const { done, rest } = await this.asWished(scene);
    const question = { ...safetyQuestionOf(scene, signal), conversation: await this.levels.of(scene) };
    const verdict = await this.guard.before(question);
    const asked: AskedTraits = { nsfwLevel: verdict.nsfwLevel, conversation: verdict.conversation };
    if (verdict.kind === 'say') {
      const urgent = verdict.reason.startsWith('danger:');
      return byCode([...verdict.texts, ...done], { asked, urgent }, stream);
    }
    if (rest.length === 0) return byCode(done, { asked, urgent: false }, stream);
    // The scene is from before: what was asked to be forgotten may stand in it.
    const left = done.length > 0 ? { ...scene, earlier: [], remembered: null, asked: rest } : scene;
    stream.text(done.map((text) => `${text}\n\n`).join(''));
    const made = await this.byModel({ ...replyPrompt(left, verdict.guidance), signal }, question, verdict, stream);
    if (made.kind === 'say') return { ...made, texts: [...done, ...made.texts], asked };
    return done.length > 0 ? byCode(done, { asked, urgent: false }) : { ...made, asked };
  }

  /** For a turn that nobody answers: what must be done is done, what must be seen is seen, and what must be said is said if it may. */
  async attend(scene: ReplyScene, maySpeak: boolean, signal: AbortSignal): Promise<MadeAnswer> {
    const { done } = await this.asWished(scene);
    const verdict = await this.guard.before({ ...safetyQuestionOf(scene, signal), silent: !maySpeak });
    const asked: AskedTraits = { nsfwLevel: verdict.nsfwLevel, conversation: verdict.conversation };
    const texts = [...(verdict.kind === 'say' ? verdict.texts : []), ...done];
    if (!maySpeak || texts.length === 0) return { kind: 'nothing', reason: 'only-watched', asked };
    return byCode(texts, { asked, urgent: true });
  }

  private async byModel(
    request: CompletionRequest,
    question: SafetyQuestion,
    verdict: AnswerVerdict,
    stream: AnswerStream,
  ): Promise<ByModel> {
    const { completion, told } = await this.ask(request, verdict, stream);
    const answer = acceptAnswer(completion, request);
    if (answer.kind === 'nothing') return answer;
    const said = answer.texts.join('\n');
    const check = await this.guard.after(said, question, verdict);
    const traits = traitsOf(completion, said, check.nsfwLevel);
    if (check.kind === 'send') {
      if (said.startsWith(told)) stream.text(said.slice(told.length));
      return { kind: 'say', texts: answer.texts, traits, urgent: false };
    }
    stream.replaced();
    return { kind: 'say', texts: check.texts, traits: { ...traits, mood: null }, urgent: false };
  }

  /** Where nobody watches the answer comes at once. */
  private async ask(request: CompletionRequest, verdict: AnswerVerdict, stream: AnswerStream): Promise<Written> {
    const passing = this.streams.passing(stream, request, verdict);
    if (!passing) return { completion: await this.model.complete(request), told: '' };
    for await (const event of this.model.stream(request)) {
      if (event.type === 'done') return { completion: event.completion, told: passing.passed };
      stream.text(passing.push(event.text));
      failpoint('reply.streaming');
    }
    throw new Error('the answer ended without its end');
  }

  /** What people asked of the memory, and how they want to be written to, is done: what is to be said about it, and the messages that ask nothing of the kind. */
  private async asWished({ character, chatId, group, asked }: ReplyScene): Promise<Carried> {
    const done = new Set<string>();
    const rest: SpokenMessage[] = [];
    for (const message of asked) {
      const { id: messageId, senderId: contactId, text, sentAt: saidAt } = message;
      const about = { characterId: character.id, chatId, messageId, saidAt, text, inGroup: group };
      const answer = contactId === null || text === '' ? null : await this.wishes.answer({ ...about, contactId });
      if (answer === null) rest.push(message);
      else done.add(answer);
    }
    return { done: [...done], rest };
  }
}

/** What is said by code is seen at once. */
function byCode(
  texts: readonly string[],
  about: { readonly asked: AskedTraits; readonly urgent: boolean },
  stream: AnswerStream = SILENT_STREAM,
): MadeAnswer {
  stream.text(texts.join('\n\n'));
  const traits: AnswerTraits = { tokens: null, generationTime: null, model: null, mood: null, nsfwLevel: 0 };
  return { kind: 'say', texts, traits, ...about };
}

function traitsOf({ usage, durationMs, model }: Completion, said: string, nsfwLevel: number): AnswerTraits {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  return {
    tokens: inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens,
    generationTime: Math.round(durationMs),
    model,
    mood: emotionOf([said]),
    nsfwLevel,
  };
}

type ByModel =
  | { readonly kind: 'say'; readonly texts: readonly string[]; readonly traits: AnswerTraits; readonly urgent: false }
  | { readonly kind: 'nothing'; readonly reason: string };

interface Written {
  readonly completion: Completion;
  /** What has been seen of it. */
  readonly told: string;
}

interface Carried {
  readonly done: readonly string[];
  readonly rest: readonly SpokenMessage[];
}
