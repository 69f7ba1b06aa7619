import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { MessageAnalysis } from '../metadata/message-analysis.service.js';
import { needsLabels, type AutomationWhen } from './automation.js';
import type { ActiveAutomation } from './automation-view.js';
import { matches } from './matches.js';
import { MessageFactsReader, type KnownMessage } from './message-facts.service.js';

/** What came later than this after it was sent is the past: it is known, and nothing is done about it. */
export const PAST_MS = 24 * 3_600_000;

/** An automation that applies to a message, and why. */
export interface Found {
  readonly automation: ActiveAutomation;
  readonly messageId: string;
  readonly chatId: string;
  readonly reasons: readonly string[];
}

/** Says which automations apply to which messages. */
@Injectable()
export class AutomationJudge {
  constructor(
    private readonly facts: MessageFactsReader,
    private readonly analysis: MessageAnalysis,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** In the order of the messages. Those that an automation needs to know more of are labelled first. */
  async judge(messageIds: readonly string[], automations: readonly ActiveAutomation[]): Promise<readonly Found[]> {
    if (automations.length === 0) return [];
    const now = this.clock.now();
    const messages = (await this.facts.of(messageIds)).filter(isPresent);
    const labelled = await this.label(messages, automations, now);
    return labelled.flatMap((message) =>
      automations
        .filter((automation) => concerns(automation, message))
        .map((automation) => ({ automation, ...matches(automation.when, message, now) }))
        .filter(({ matched }) => matched)
        .map(({ automation, reasons }) => ({ automation, messageId: message.id, chatId: message.chatId, reasons })),
    );
  }

  /** A tagger that fails leaves the rules on words as they are. */
  private async label(
    messages: readonly KnownMessage[],
    automations: readonly ActiveAutomation[],
    now: Date,
  ): Promise<readonly KnownMessage[]> {
    const asking = automations.filter(({ when, actions }) => needsLabels(when, actions));
    const unknown = messages.filter(
      (message) =>
        isUnlabelled(message) &&
        asking.some(
          (automation) =>
            concerns(automation, message) && matches(withoutLabels(automation.when), message, now).matched,
        ),
    );
    if (unknown.length === 0) return messages;
    try {
      await this.analysis.analyze(unknown.map(({ id }) => id));
    } catch (error) {
      this.logger.warn({ err: error, count: unknown.length }, 'messages have no labels for the automations to look at');
    }
    return this.facts.of(messages.map(({ id }) => id));
  }
}

function isPresent({ sentAt, storedAt }: KnownMessage): boolean {
  return storedAt.getTime() - sentAt.getTime() <= PAST_MS;
}

function concerns({ enabledAt }: ActiveAutomation, { storedAt }: KnownMessage): boolean {
  return storedAt >= enabledAt;
}

function isUnlabelled({ text, labels }: KnownMessage): boolean {
  const { sentiment, category, tags, untagged } = labels;
  return text !== '' && sentiment === null && category === null && tags.length === 0 && untagged.length === 0;
}

/** What can be told without labels: only what passes that is worth asking a model about. */
function withoutLabels({ all, ...rest }: AutomationWhen): AutomationWhen {
  return { ...rest, all: all.filter(({ kind }) => kind !== 'tag' && kind !== 'category' && kind !== 'sentiment') };
}
