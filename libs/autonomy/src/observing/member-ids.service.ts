import { createHmac, type KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { MasterKeys } from '#security';

/** Names for the members of a group that say nothing without the key, and nothing about another group. */
@Injectable()
export class MemberIds {
  private readonly key: KeyObject;

  constructor(masterKeys: MasterKeys) {
    this.key = masterKeys.derive('autonomy');
  }

  /** A 32-bit id, never 0, of a contact, or of the account for its owner, in this group. */
  of(chatId: string, contactOrAccountId: string): number {
    return this.numberOf(`member ${chatId} ${contactOrAccountId}`) || 1;
  }

  /** A number, always the same, from which a group's moods are drawn. */
  seedOf(chatId: string): number {
    return this.numberOf(`seed ${chatId}`);
  }

  private numberOf(what: string): number {
    return createHmac('sha256', this.key).update(what).digest().readUInt32BE(0);
  }
}
