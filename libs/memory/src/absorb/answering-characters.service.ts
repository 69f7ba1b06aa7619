import { Injectable } from '@nestjs/common';

import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';

/** Whoever decides who answers: of each chat the id of its character. A chat that it leaves out is nobody's yet. */
export type AnsweringSource = (chatIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Tells who answers in which chat. Until a source is attached it is the default character everywhere. */
@Injectable()
export class AnsweringCharacters {
  private source: AnsweringSource = (chatIds) =>
    Promise.resolve(new Map(chatIds.map((chatId) => [chatId, DEFAULT_CHARACTER_ID])));

  /** For a module, while it is being initialised. */
  attach(source: AnsweringSource): void {
    this.source = source;
  }

  of(chatIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.source(chatIds);
  }
}
