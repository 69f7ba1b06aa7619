import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { MemorySource } from './memory-fact.js';
import type { MemoryOwner } from './memory-scope.js';

/** What is as if it had not been said: a message, or (none) everything in a chat, whose messages are gone. */
export interface Unsaid {
  readonly chatId: string;
  readonly messageId?: string;
}

/** Lets what was made of memories and messages go with them, in the same transaction. */
export interface ForgettingFollower {
  /** Something of these messages was forgotten. */
  sources?(manager: EntityManager, owner: MemoryOwner, sources: readonly MemorySource[]): Promise<void>;
  /** Everything that the character knows of the contact is forgotten. */
  everything?(manager: EntityManager, owner: MemoryOwner): Promise<void>;
  /** Nothing of a contact is to be left, whoever knew it. Comes after `everything` of each character. */
  erased?(manager: EntityManager, contactId: string): Promise<void>;
  /** Messages were taken back, of whatever character's chat. */
  unsaid?(manager: EntityManager, said: Unsaid): Promise<void>;
}

/** Whoever keeps what was made of messages (summaries, profiles, an index) says here how it is forgotten. */
@Injectable()
export class ForgettingFollowers {
  private readonly followers: ForgettingFollower[] = [];

  /** For a module, while it is being initialised. */
  attach(follower: ForgettingFollower): void {
    this.followers.push(follower);
  }

  async sources(manager: EntityManager, owner: MemoryOwner, sources: readonly MemorySource[]): Promise<void> {
    for (const follower of this.followers) await follower.sources?.(manager, owner, sources);
  }

  async everything(manager: EntityManager, owner: MemoryOwner): Promise<void> {
    for (const follower of this.followers) await follower.everything?.(manager, owner);
  }

  async erased(manager: EntityManager, contactId: string): Promise<void> {
    for (const follower of this.followers) await follower.erased?.(manager, contactId);
  }

  async unsaid(manager: EntityManager, said: Unsaid): Promise<void> {
    for (const follower of this.followers) await follower.unsaid?.(manager, said);
  }
}
