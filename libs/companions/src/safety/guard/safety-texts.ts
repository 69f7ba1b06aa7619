import { textLanguage } from '#kernel';

import type { SafetyClassification } from '../classify/classification.js';
import type { SafetyLanguage } from '../classify/danger-signals.js';
import type { Adulthood, PolicyDecision } from '../policy/safety-policy.js';
import { botQuestionLanguage, plainBotAnswer } from '../texts/bot-question.js';
import { careAnswer, emergencyNumber } from '../texts/care-answer.js';
import { countryOfPhone } from '../texts/country-of-phone.js';
import { adultsOnlyText, declineText } from '../texts/decline-texts.js';
import { handOverText } from '../texts/hand-over-texts.js';
import { safetyLanguageOf } from '../texts/text-language.js';
import type { AnswerHarm } from './harmful-answer.js';
import type { SafetyQuestion } from './safety-question.js';

/** The language that the person writes in: as the text tells, else as is known of them, else as they wrote before. */
export function writtenIn({ text, recent, locale }: SafetyQuestion, likely: SafetyLanguage = 'en'): SafetyLanguage {
  const before = textLanguage(recent.slice(-5).join(' '), likely);
  return textLanguage(text, safetyLanguageOf(locale, before));
}

/** What is said instead of a model's answer. */
export function textsFor(
  asked: SafetyQuestion,
  { action, reason }: PolicyDecision,
  { dangers, age }: SafetyClassification,
  { adult, again }: { readonly adult: Adulthood; readonly again: boolean },
): readonly string[] {
  const [danger] = dangers;
  const language = writtenIn(asked, danger?.language);
  const country = countryOfPhone(asked.phone);
  if (action === 'hand-over') return [handOverText(language, emergencyNumber(language, country))];
  if (danger && danger.kind !== 'threat' && reason.startsWith('danger:')) {
    const minor = adult === 'minor' || age?.kind === 'minor';
    const urgent = dangers.some(({ kind }) => kind === 'medical' || kind === 'violence');
    const rescue = dangers.some(({ kind }) => kind === 'medical') ? 'medical' : undefined;
    return [careAnswer({ language, country, signal: danger.kind, minor, urgent, rescue, again })];
  }
  if (reason === 'adults-only') return [adultsOnlyText(language)];
  return [declineText(language, asked.messageIds.at(-1) ?? asked.chatId)];
}

export function botAnswer(asked: SafetyQuestion): string {
  const language = botQuestionLanguage(asked.text) ?? asked.locale ?? writtenIn(asked);
  return plainBotAnswer(language, asked.character.name);
}

/** In place of an answer that must not leave. */
export function replacementFor(
  asked: SafetyQuestion,
  reason: AnswerHarm | 'forbidden' | 'above-ceiling',
): readonly string[] {
  const language = writtenIn(asked);
  switch (reason) {
    case 'urges-self-harm':
    case 'tells-methods':
      return [careAnswer({ language, country: countryOfPhone(asked.phone), signal: 'self-harm' })];
    case 'claims-humanity':
      return [plainBotAnswer(language, asked.character.name)];
    case 'threatens':
    case 'forbidden':
    case 'above-ceiling':
      return [declineText(language, asked.messageIds.at(-1) ?? asked.chatId)];
  }
}
