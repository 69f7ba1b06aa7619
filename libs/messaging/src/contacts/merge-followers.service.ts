import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Two rows that turn out to be one. */
export interface Merge {
  readonly from: string;
  readonly into: string;
}

/** Brings the rows of others along, in the transaction of the merge. */
export interface MergeFollower {
  /** Two contacts are one person: texts stay under the key that sealed them. */
  contacts?(manager: EntityManager, merge: Merge): Promise<void>;
  /** Two chats are one; `from` is deleted next. */
  chats?(manager: EntityManager, merge: Merge): Promise<void>;
}

/** Whoever keeps rows about contacts or chats says here how they follow a merge. */
@Injectable()
export class MergeFollowers {
  private readonly followers: MergeFollower[] = [];

  /** For a module, while it is being initialised. */
  attach(follower: MergeFollower): void {
    this.followers.push(follower);
  }

  async contacts(manager: EntityManager, merge: Merge): Promise<void> {
    for (const follower of this.followers) await follower.contacts?.(manager, merge);
  }

  async chats(manager: EntityManager, merge: Merge): Promise<void> {
    for (const follower of this.followers) await follower.chats?.(manager, merge);
  }
}
