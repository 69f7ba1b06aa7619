import { Injectable } from '@nestjs/common';

import { MetadataConfig } from '#config';
import { AppError } from '#kernel';
import { ChatReader } from '#messaging';
import { SafeHttp } from '#security';

import type { AutomationWhen } from './automation.js';
import { unknownScope } from './automation.errors.js';
import { readThen, readWhen, type ReadActions } from './read-automation.js';

/** Takes what an operator wrote, and refuses what could not be done. */
@Injectable()
export class AutomationOrders {
  constructor(
    private readonly metadata: MetadataConfig,
    private readonly chats: ChatReader,
    private readonly http: SafeHttp,
  ) {}

  /**
   * The chats of its scope under our own ids.
   * @throws AppError `request.invalid`, `automation.unknown-chats`
   */
  async when(value: unknown): Promise<AutomationWhen> {
    const when = readWhen(value, this.metadata.vocabulary);
    const named = when.scope?.chat_ids;
    if (!named) return when;
    const found = await Promise.all(named.map((id) => this.idOf(id)));
    const unknown = named.filter((_, index) => found[index] === null);
    if (unknown.length > 0) throw unknownScope(unknown);
    return { ...when, scope: { ...when.scope, chat_ids: [...new Set(found.filter((id) => id !== null))] } };
  }

  /** @throws AppError `request.invalid`, `outbound.refused` */
  actions(value: unknown): ReadActions {
    const read = readThen(value, this.metadata.vocabulary);
    for (const action of read.actions) if (action.kind === 'webhook') this.http.check(action.url);
    return read;
  }

  private async idOf(id: string): Promise<string | null> {
    try {
      return (await this.chats.find(id)).id;
    } catch (error) {
      if (error instanceof AppError && error.code === 'chat.not-found') return null;
      throw error;
    }
  }
}
