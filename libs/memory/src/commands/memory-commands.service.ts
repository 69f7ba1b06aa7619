import { Injectable } from '@nestjs/common';

import { promptText } from '#llm';
import { Logger } from '#telemetry';

import { Absorber } from '../absorb/absorber.service.js';
import type { MemoryFact } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOperation } from '../facts/memory-operation.js';
import { COMMAND_WORDS, type CommandWords } from './command-answers.js';
import { memoryCommand, type MemoryCommand } from './memory-command.js';
import { MemorySettings } from './memory-settings.service.js';
import { MemoryRequests, type AskedRequest } from './memory-requests.service.js';
import { requestedMemory } from './requested-memory.js';

/** More is not told at once. */
const MOST_TOLD = 20;
const LONGEST_TOLD = 160;
/** What was just said is taken in first, when that takes no longer. */
const CATCH_UP_MS = 8_000;

/** A message of a contact that may ask something of the memory. */
export interface AskedOfMemory {
  readonly characterId: string;
  readonly contactId: string;
  readonly chatId: string;
  /** The message that asks: what it asks for is done once. */
  readonly messageId: string;
  readonly saidAt: Date;
  readonly text: string;
  readonly inGroup: boolean;
}

/** What people may ask of the memory in their chat. Done by code, before any model sees it. */
@Injectable()
export class MemoryCommands {
  constructor(
    private readonly facts: MemoryFacts,
    private readonly requests: MemoryRequests,
    private readonly absorber: Absorber,
    private readonly settings: MemorySettings,
    private readonly logger: Logger,
  ) {}

  /** Does what the message asks for and answers what to say, in the person's language; null when it asks nothing of the memory. */
  async answer(asked: AskedOfMemory): Promise<string | null> {
    const command = memoryCommand(promptText(asked.text));
    if (!command || !this.settings.enabled) return null;
    const words = COMMAND_WORDS[command.language];
    if (asked.inGroup) return words.inPrivate;
    if (command.kind === 'tell' || command.kind === 'forget') await this.catchUp(asked);
    return this.do(command, asked, words);
  }

  private async do(command: MemoryCommand, asked: AskedOfMemory, words: CommandWords): Promise<string> {
    const { characterId, contactId, messageId, saidAt } = asked;
    const owner = { characterId, contactId };
    switch (command.kind) {
      case 'tell':
        return told(await this.facts.candidates({ ...owner, groupId: null }), words);
      case 'forget-all':
        await this.requests.forgetAll({ owner, messageId, kind: command.kind, at: saidAt });
        return words.forgotAll;
      case 'forget': {
        const count = await this.requests.forget({ owner, messageId, kind: command.kind, at: saidAt }, command.about);
        return count === 0 ? words.forgotNothing : words.forgot(count);
      }
      case 'remember': {
        const operations = requestedMemory(command.about, asked, { words, zone: this.settings.zone });
        if (operations === 'secret') return words.noSecrets;
        await this.remember({ owner, messageId, kind: command.kind, at: saidAt }, asked.chatId, operations);
        return operations.some(({ instructionLike }) => instructionLike) ? words.notNoted : words.noted;
      }
    }
  }

  private async remember(asked: AskedRequest, chatId: string, operations: readonly MemoryOperation[]): Promise<void> {
    const write = { ...asked.owner, groupId: null, chatId, origin: 'said' as const };
    await this.requests.once(asked, null, async (manager) => {
      const { added, reinforced } = await this.facts.apply(manager, write, operations);
      return added.length + reinforced.length;
    });
  }

  /** So that what was said a moment ago is told, and can be forgotten. It is no reason not to answer. */
  private async catchUp({ characterId, chatId }: AskedOfMemory): Promise<void> {
    try {
      const signal = AbortSignal.timeout(CATCH_UP_MS);
      await this.absorber.absorb({ characterId, chatId }, { signal, evenIfNotDue: true, steps: ['extract'] });
    } catch (error) {
      this.logger.warn({ err: error, chatId }, 'what was just said could not be taken in before a question about it');
    }
  }
}

/** What is remembered, the most important first. */
function told(facts: readonly MemoryFact[], words: CommandWords): string {
  if (facts.length === 0) return words.nothing;
  const lines = facts.slice(0, MOST_TOLD).map(({ text }) => `• ${shortened(text)}`);
  const left = facts.length - lines.length;
  return [words.know, ...lines, ...(left > 0 ? [words.more(left)] : [])].join('\n');
}

function shortened(text: string): string {
  return text.length <= LONGEST_TOLD ? text : `${text.slice(0, LONGEST_TOLD).toWellFormed().trimEnd()}…`;
}
