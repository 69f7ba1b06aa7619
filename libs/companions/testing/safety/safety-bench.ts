import type { SafetyConfig } from '#config';
import type { LanguageModel } from '#llm';
import { ScriptedModel } from '#llm/testing';
import type { Logger } from '#telemetry';
import { FakeClock } from '#testing';

import { SafetyClassifier } from '../../src/safety/classify/safety-classifier.service.js';
import type { SafetyDesk } from '../../src/safety/desk/safety-desk.service.js';
import { SafetyGuard } from '../../src/safety/guard/safety-guard.service.js';
import type { SafetyQuestion } from '../../src/safety/guard/safety-question.js';
import { FakeDesk } from './fake-desk.js';

export interface BenchOptions {
  readonly nsfwPolicy?: SafetyConfig['nsfwPolicy'];
  /** Judges messages, too. */
  readonly model?: LanguageModel;
}

/** A guard with a desk in memory. */
export function safetyBench({ nsfwPolicy = 'soften', model }: BenchOptions = {}) {
  const desk = new FakeDesk();
  const warnings: unknown[] = [];
  const logger = {
    warn: (about: unknown) => warnings.push(about),
    error: (about: unknown) => warnings.push(about),
  } as unknown as Logger;
  const config: SafetyConfig = { nsfwPolicy, model: model !== undefined, pauseDays: 7 };
  const classifier = new SafetyClassifier(model ?? new ScriptedModel([]), config, logger);
  const clock = new FakeClock(new Date('2026-01-05T12:00:00Z'));
  const guard = new SafetyGuard(classifier, desk as unknown as SafetyDesk, config, clock, logger);
  return { guard, classifier, desk, warnings };
}

export function newQuestion(overrides: Partial<SafetyQuestion> = {}): SafetyQuestion {
  return {
    text: 'hello, how are you?',
    recent: [],
    character: { name: 'Alma', age: 30, maturity: 'mature' },
    contactId: 'contact',
    chatId: 'chat',
    messageIds: ['message'],
    ...overrides,
  };
}
