import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Does away with what was made of a message, in the transaction that takes it back. */
export type RevocationFollower = (manager: EntityManager, messageId: string) => Promise<void>;

/** Whoever keeps what messages say says here what becomes of it when one is taken back. */
@Injectable()
export class RevocationFollowers {
  private readonly followers: RevocationFollower[] = [];

  /** For a module, while it is being initialised. */
  attach(follower: RevocationFollower): void {
    this.followers.push(follower);
  }

  async revoked(manager: EntityManager, messageId: string): Promise<void> {
    for (const follower of this.followers) await follower(manager, messageId);
  }
}
