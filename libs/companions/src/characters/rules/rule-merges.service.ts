import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { MergeFollowers, type Merge } from '#messaging';

/** Two contacts, or two chats, are one: rules that name the one mean the other. */
@Injectable()
export class RuleMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({ contacts: follow, chats: follow });
  }
}

async function follow(manager: EntityManager, { from, into }: Merge): Promise<void> {
  // An id stands in a rule as itself, and means nothing else anywhere.
  await manager.query(
    `UPDATE character_rules SET rules = replace(rules::text, $1, $2)::jsonb, changes = changes + 1
     WHERE id = 1 AND position($1 IN rules::text) > 0`,
    [from, into],
  );
}
