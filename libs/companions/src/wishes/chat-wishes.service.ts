import { Injectable } from '@nestjs/common';

import { promptText } from '#llm';
import { MemoryCommands, type AskedOfMemory } from '#memory';

import { contactWish, type ContactWish } from './contact-wish.js';

/** Keeps what people wish, once for each message. */
export interface WishKeeper {
  /** Does it and answers what to say, in the language of the wish; null when it is talk after all. */
  keep(asked: AskedOfMemory, wish: ContactWish): Promise<string | null>;
}

/** What people may ask for in their chat and code does, before any model sees it: of the memory, and how they want to be written to. */
@Injectable()
export class ChatWishes {
  private keeper: WishKeeper | null = null;

  constructor(private readonly memory: MemoryCommands) {}

  /** For a module, while it is being initialised. Without one a wish is talk. */
  attach(keeper: WishKeeper): void {
    this.keeper = keeper;
  }

  /** Does what the message asks for and answers what to say; null when it asks for nothing of the kind. */
  async answer(asked: AskedOfMemory): Promise<string | null> {
    const answer = await this.memory.answer(asked);
    if (answer !== null || this.keeper === null) return answer;
    const wish = contactWish(promptText(asked.text));
    return wish && this.keeper.keep(asked, wish);
  }
}
