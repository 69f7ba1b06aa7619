import { Injectable } from '@nestjs/common';

import { MemoryConfig, ServerConfig } from '#config';

import {
  AbsorptionStep,
  type AbsorbedMessage,
  type AbsorbedStretch,
  type AbsorptionWrites,
  type WaitingStretch,
} from '../absorb/absorption-step.js';
import { MemorySummaries, type NewSummary } from './memory-summaries.service.js';
import { RememberedMessages } from './remembered-messages.service.js';
import type { SaidMessage } from './said.js';
import { spokenLanguage } from './spoken-language.js';
import { SummaryWriter } from './summary-writer.service.js';

/** The rolling summary is refreshed every so many messages. */
const REFRESH_EVERY = 50;
/** More of what waits is not counted. */
const MOST_COUNTED = 100;
const NONE: ReadonlySet<string> = new Set();

/** Sums up what is older than the latest messages of a chat, fifty at a time, and carries the summary before it on. */
@Injectable()
export class SummariseStep extends AbsorptionStep {
  readonly name = 'summarise';
  readonly batchSize = REFRESH_EVERY;

  constructor(
    private readonly writer: SummaryWriter,
    private readonly summaries: MemorySummaries,
    private readonly remembered: RememberedMessages,
    private readonly config: MemoryConfig,
    private readonly server: ServerConfig,
  ) {
    super();
  }

  isDue({ messages }: WaitingStretch): boolean {
    return messages >= Math.min(REFRESH_EVERY + this.config.contextWindow, MOST_COUNTED);
  }

  async absorb({ characterId, chat, messages: all }: AbsorbedStretch, signal: AbortSignal): Promise<AbsorptionWrites> {
    const { contactId } = chat;
    const owner = contactId === null ? null : { characterId, contactId };
    const messages = await this.remembered.of(characterId, contactId, all);
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first || !last) return () => Promise.resolve();
    const before = await this.summaries.latest(characterId, chat.id);
    const part = { soFar: before?.text ?? null, messages: messages.flatMap(saidMessage), zone: this.server.timeZone };
    const important = owner ? await this.remembered.importantWords(owner) : NONE;
    const written = await this.writer.write(part, important, { contactId, signal });
    if (!written) return () => Promise.resolve();
    const summary: NewSummary = {
      ...{ characterId, contactId, chatId: chat.id, subjectId: chat.subjectId, ...written },
      language: spokenLanguage(written.text),
      messageIds: messages.map(({ id }) => id),
      ...{ messageCount: messages.length, firstMessageAt: first.sentAt, lastMessageAt: last.sentAt },
      ...{ supersedesId: before?.id ?? null, speakerIds: owner ? [] : speakersOf(messages, before?.speakerIds ?? []) },
    };
    return (manager) => this.summaries.add(manager, summary);
  }
}

function speakersOf(messages: readonly AbsorbedMessage[], before: readonly string[]): string[] {
  return [...new Set([...before, ...messages.flatMap(({ senderId }) => senderId ?? [])])];
}

function saidMessage({ author, senderName, text, sentAt }: AbsorbedMessage): SaidMessage[] {
  if (author === 'system' || text.trim() === '') return [];
  return [{ author, speaker: author === 'contact' ? (senderName ?? 'the contact') : US[author], text, sentAt }];
}

const US = { owner: 'the owner of this account', assistant: 'we' } as const;
