import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Does away with what was made of messages, in the transaction that takes them back. */
export interface RevocationFollower {
  /** Its row is there still, without its text. */
  message(manager: EntityManager, messageId: string): Promise<void>;
  /** Everything that was ever said in a chat; the rows of its messages are gone. */
  chat(manager: EntityManager, chatId: string): Promise<void>;
}

/** Whoever keeps what messages say says here what becomes of it when they are taken back. */
@Injectable()
export class RevocationFollowers implements RevocationFollower {
  private readonly followers: RevocationFollower[] = [];

  /** For a module, while it is being initialised. */
  attach(follower: RevocationFollower): void {
    this.followers.push(follower);
  }

  async message(manager: EntityManager, messageId: string): Promise<void> {
    for (const follower of this.followers) await follower.message(manager, messageId);
  }

  async chat(manager: EntityManager, chatId: string): Promise<void> {
    for (const follower of this.followers) await follower.chat(manager, chatId);
  }
}
