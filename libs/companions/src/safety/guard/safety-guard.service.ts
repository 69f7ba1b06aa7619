import { Injectable } from '@nestjs/common';

import { SafetyConfig } from '#config';
import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { conversationLevel } from '../classify/conversation-level.js';
import type { SafetyClassification } from '../classify/classification.js';
import { classify } from '../classify/classify.js';
import { SafetyClassifier } from '../classify/safety-classifier.service.js';
import type { ContactSafety } from '../desk/contact-safety-book.service.js';
import type { IncidentAction, IncidentKind } from '../desk/safety-incident.entity.js';
import { SafetyDesk } from '../desk/safety-desk.service.js';
import { guidanceFor } from '../policy/guidance.js';
import { safetyPolicy, type Adulthood, type PolicyDecision } from '../policy/safety-policy.js';
import { isBotQuestion } from '../texts/bot-question.js';
import { harmOf } from './harmful-answer.js';
import { isReportCommand, reportThanks } from './report-command.js';
import { botAnswer, replacementFor, textsFor, writtenIn } from './safety-texts.js';
import type { AnswerCheck, AnswerVerdict, SafetyQuestion, SafetyVerdict } from './safety-question.js';

const ADULT_AGE = 18;
/** From here on the person is taken for a minor for good, 0-1; below it for this turn. */
const SURE_OF_AGE = 0.6;
/** A question whether we are a bot that is no longer than this asks nothing else. */
const SHORT_QUESTION = 80;
const NOTED_LEVEL = 6;

/** Looks at what a person wrote before it is answered, and at what a model wrote before it is sent. */
@Injectable()
export class SafetyGuard {
  constructor(
    private readonly classifier: SafetyClassifier,
    private readonly desk: SafetyDesk,
    private readonly config: SafetyConfig,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async before(asked: SafetyQuestion): Promise<SafetyVerdict> {
    const known = asked.contactId === null ? null : await this.desk.contactSafety(asked.contactId);
    const classified = await this.classify(asked, known);
    const adult = adulthood(classified, known);
    if (classified.age?.kind === 'minor' && classified.age.confidence >= SURE_OF_AGE) await this.noteMinor(asked);
    const decision = this.decide(asked, classified, adult);
    const nsfwLevel = classified.nsfwLevel;
    const conversation = conversationLevel(asked.conversation ?? null, nsfwLevel, this.clock.now());
    const about = { nsfwLevel, conversation };
    if (decision.action === 'care' || decision.action === 'hand-over' || decision.action === 'decline') {
      const again = decision.action === 'care' && (await this.caredForLately(asked));
      for (const kind of kindsOf(decision, classified)) {
        await this.note(asked, kind, nsfwLevel, asked.silent ? 'none' : decision.action);
      }
      const texts = textsFor(asked, decision, classified, { adult, again });
      return { kind: 'say', texts, reason: decision.reason, ...about };
    }
    if (isReportCommand(asked.text)) {
      await this.note(asked, 'report', 0, 'none');
      return { kind: 'say', texts: [reportThanks(writtenIn(asked))], reason: 'report', ...about };
    }
    const botQuestion = isBotQuestion(asked.text);
    if (botQuestion && asked.text.trim().length <= SHORT_QUESTION) {
      return { kind: 'say', texts: [botAnswer(asked)], reason: 'bot-question', ...about };
    }
    const child = adult === 'minor' || !(asked.character.age >= ADULT_AGE);
    const guidance = [
      botQuestion ? `Say first, plainly, that you are ${asked.character.name}, an AI assistant and not a person.` : '',
      guidanceFor({ child, softened: decision.action === 'soften', ceiling: decision.ceiling }) ?? '',
    ].filter((line) => line !== '');
    return {
      kind: 'answer',
      ...(guidance.length > 0 && { guidance: guidance.join('\n') }),
      ...about,
      ceiling: decision.ceiling,
      child,
    };
  }

  /** Whoever wrote it: what is above the ceiling, harms, or claims to be a person does not leave. */
  async after(answer: string, asked: SafetyQuestion, verdict: AnswerVerdict): Promise<AnswerCheck> {
    const { nsfwLevel, forbidden } = await this.classifier.classify(answer, { minor: verdict.child }, payerOf(asked));
    const harm = harmOf(answer);
    if (harm === null && !forbidden && nsfwLevel <= verdict.ceiling) return { kind: 'send', nsfwLevel };
    const reason = harm ?? (forbidden ? 'forbidden' : 'above-ceiling');
    await this.note(asked, 'output', nsfwLevel, 'replaced');
    return { kind: 'say', texts: replacementFor(asked, reason), reason, nsfwLevel: 0 };
  }

  private classify(asked: SafetyQuestion, known: ContactSafety | null): Promise<SafetyClassification> {
    // An operator has seen what was said before, and knows better.
    const recent = known?.setBy === 'operator' ? [] : asked.recent;
    const context = { recent, minor: known?.adult === 'minor' };
    if (asked.silent) return Promise.resolve(classify(asked.text, context));
    return this.classifier.classify(asked.text, context, payerOf(asked));
  }

  private decide(asked: SafetyQuestion, classified: SafetyClassification, adult: Adulthood): PolicyDecision {
    return safetyPolicy({
      character: asked.character,
      person: { adult },
      operator: this.config.nsfwPolicy,
      level: classified.nsfwLevel,
      flags: { forbidden: classified.forbidden, dangers: classified.dangers.map(({ kind }) => kind) },
    });
  }

  private async noteMinor({ contactId, chatId, messageIds }: SafetyQuestion): Promise<void> {
    if (contactId === null) return;
    await this.neverInTheWay(() => this.desk.noteMinor({ contactId, chatId, messageId: messageIds.at(-1) ?? null }));
  }

  private async note(
    { chatId, contactId, messageIds }: SafetyQuestion,
    kind: IncidentKind,
    level: number,
    action: IncidentAction,
  ): Promise<void> {
    const messageId = messageIds.at(-1) ?? null;
    await this.neverInTheWay(() => this.desk.record({ chatId, contactId, messageId, kind, level, action }, messageIds));
  }

  private async caredForLately({ chatId, messageIds }: SafetyQuestion): Promise<boolean> {
    // An answer that was made anew was not said: none of the messages that it is for counts.
    return (await this.neverInTheWay(() => this.desk.caredForLately({ chatId, messageIds }))) ?? false;
  }

  /** Whoever needs help gets it, even when nothing can be read or written down. */
  private async neverInTheWay<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.logger.error({ err: error }, 'what happened in a chat could not be written down for the operator');
      return undefined;
    }
  }
}

function adulthood({ age }: SafetyClassification, known: ContactSafety | null): Adulthood {
  return age?.kind === 'minor' ? 'minor' : (known?.adult ?? 'unknown');
}

/** What an operator finds in the list: each danger by itself. */
function kindsOf({ reason }: PolicyDecision, classified: SafetyClassification): readonly IncidentKind[] {
  const { dangers, forbidden, nsfwLevel } = classified;
  if (reason.startsWith('danger:')) return dangers.map(({ kind }) => kind);
  if (forbidden) return ['forbidden'];
  return nsfwLevel >= NOTED_LEVEL ? ['nsfw'] : [];
}

function payerOf({ contactId, signal }: SafetyQuestion): {
  readonly contactId?: string;
  readonly signal?: AbortSignal;
} {
  return { ...(contactId !== null && { contactId }), ...(signal && { signal }) };
}
