import { Injectable } from '@nestjs/common';

import { AppError, Clock } from '#kernel';
import { Logger } from '#telemetry';

import { MessageAnalysis } from '../metadata/message-analysis.service.js';
import { hoursOfSilence, isAboutLabels, needsLabels, type AutomationWhen } from './automation.js';
import type { ActiveAutomation } from './automation-view.js';
import { matches } from './matches.js';
import { MessageFactsReader, type KnownMessage } from './message-facts.service.js';

/**
 * What came later than this after it was sent is the past: it is known, and nothing is done about it. And for so long a message
 * waits for labels.
 */
export const PAST_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Who asked to be left in peace for longer is asked again then all the same: it costs little. */
const LONGEST_PAUSE_MS = 600_000;

/** An automation that applies to a message, and why. */
export interface Found {
  readonly automation: ActiveAutomation;
  readonly messageId: string;
  readonly chatId: string;
  readonly reasons: readonly string[];
  /** `failed`: whether it applies could not be found out, and the reason says why. */
  readonly state: 'waiting' | 'failed';
}

export interface Judgement {
  readonly found: readonly Found[];
  /** Messages that have no labels yet, though an automation needs them: they must be judged again. */
  readonly waiting: readonly string[];
}

/** Why a message has no labels. */
interface Unlabelled {
  readonly code: string;
  readonly mayPass: boolean;
}

/** Says which automations apply to which messages. */
@Injectable()
export class AutomationJudge {
  /** For so long nobody is asked for labels after they could not be had. */
  pauseMs = 30_000;
  private pause: { readonly until: number; readonly why: Unlabelled } | undefined;

  constructor(
    private readonly facts: MessageFactsReader,
    private readonly analysis: MessageAnalysis,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** In the order of the messages. Those that an automation needs to know more of are labelled first. */
  async judge(messageIds: readonly string[], automations: readonly ActiveAutomation[]): Promise<Judgement> {
    if (automations.length === 0) return { found: [], waiting: [] };
    const now = this.clock.now();
    const messages = (await this.facts.of(messageIds)).filter(isPresent);
    const asking = automations.filter(({ when, actions }) => needsLabels(when, actions));
    const { known, missed } = await this.label(messages, asking, now);
    const found: Found[] = [];
    const waiting = new Set<string>();
    for (const message of known) {
      const why = isUnlabelled(message) ? missed.get(message.id) : undefined;
      for (const automation of automations) {
        const missing = automation.when.all.some(isAboutLabels) ? why : undefined;
        const when = missing ? withoutLabels(automation.when) : automation.when;
        const { matched, reasons } = matches(when, message, now);
        if (!matched || !concerns(automation, message)) continue;
        const about = { automation, messageId: message.id, chatId: message.chatId };
        if (!missing) found.push({ ...about, reasons, state: 'waiting' });
        else if (missing.mayPass && now.getTime() < endOfWait(automation, message)) waiting.add(message.id);
        else found.push({ ...about, reasons: [...reasons, notLabelled(missing)], state: 'failed' });
      }
    }
    return { found, waiting: [...waiting] };
  }

  /** A tagger that fails leaves the rules on words as they are. */
  private async label(
    messages: readonly KnownMessage[],
    asking: readonly ActiveAutomation[],
    now: Date,
  ): Promise<{ readonly known: readonly KnownMessage[]; readonly missed: ReadonlyMap<string, Unlabelled> }> {
    const unknown = messages.filter(
      (message) =>
        isUnlabelled(message) &&
        asking.some(
          (automation) =>
            concerns(automation, message) && matches(withoutLabels(automation.when), message, now).matched,
        ),
    );
    if (unknown.length === 0) return { known: messages, missed: new Map() };
    const missed = new Map<string, Unlabelled>();
    // One contact's words never stand beside another's in front of a model.
    for (const chatId of new Set(unknown.map((message) => message.chatId))) {
      const ids = unknown.filter((message) => message.chatId === chatId).map(({ id }) => id);
      const why = await this.ask(ids);
      if (why) for (const id of ids) missed.set(id, why);
    }
    return { known: await this.facts.of(messages.map(({ id }) => id)), missed };
  }

  /** Null when they were told; else why not. */
  private async ask(ids: readonly string[]): Promise<Unlabelled | null> {
    if (this.pause && this.clock.now().getTime() < this.pause.until) return this.pause.why;
    try {
      await this.analysis.analyze(ids);
      return null;
    } catch (error) {
      this.logger.warn({ err: error, count: ids.length }, 'messages have no labels for the automations to look at');
      const known = error instanceof AppError;
      const why = { code: known ? error.code : 'server.error', mayPass: !known || error.retryable };
      const pauseMs = Math.min(LONGEST_PAUSE_MS, ((known ? error.retryAfterSeconds : undefined) ?? 0) * 1_000);
      if (why.mayPass) this.pause = { until: this.clock.now().getTime() + Math.max(this.pauseMs, pauseMs), why };
      return why;
    }
  }
}

function isPresent({ sentAt, storedAt }: KnownMessage): boolean {
  return storedAt.getTime() - sentAt.getTime() <= PAST_MS;
}

function concerns({ enabledAt }: ActiveAutomation, { storedAt }: KnownMessage): boolean {
  return storedAt >= enabledAt;
}

/** A message that is waited with until nobody answered for so long is not late before that. */
function endOfWait({ when }: ActiveAutomation, { sentAt, storedAt }: KnownMessage): number {
  return Math.max(storedAt.getTime(), sentAt.getTime() + hoursOfSilence(when) * HOUR_MS) + PAST_MS;
}

function notLabelled({ code }: Unlabelled): string {
  return `it could not be labelled (${code})`;
}

/** Tags alone say nothing: an action may have set them while nobody could be asked. */
function isUnlabelled({ text, labels }: KnownMessage): boolean {
  const { sentiment, category, untagged } = labels;
  return text !== '' && sentiment === null && category === null && untagged.length === 0;
}

/** What can be told without labels: only what passes that is worth asking a model about. */
function withoutLabels({ all, ...rest }: AutomationWhen): AutomationWhen {
  return { ...rest, all: all.filter((condition) => !isAboutLabels(condition)) };
}
