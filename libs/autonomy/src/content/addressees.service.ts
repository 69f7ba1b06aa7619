import { Injectable } from '@nestjs/common';

import { ChatMembers } from '#messaging';

import { MemberIds } from '../observing/member-ids.service.js';
import type { Addressee, GroupLine } from './group-scene.js';

/** So long somebody who came is new. */
const NEW_MS = 2 * 3_600_000;

/** Finds out who stands behind a keyed id. */
@Injectable()
export class Addressees {
  constructor(
    private readonly members: ChatMembers,
    private readonly ids: MemberIds,
  ) {}

  /** Among those who came and those who lately wrote; null when it is none of them, or they have left. */
  async of(chatId: string, member: number, talk: readonly GroupLine[], now: Date): Promise<Addressee | null> {
    const came = (await this.members.of(chatId)).find(({ contactId }) => this.ids.of(chatId, contactId) === member);
    if (came) {
      const isNew = came.joinedAt !== null && now.getTime() - came.joinedAt.getTime() <= NEW_MS;
      return came.present ? { name: came.name, isNew } : null;
    }
    const wrote = talk.findLast(({ senderId }) => senderId !== null && this.ids.of(chatId, senderId) === member);
    return wrote ? { name: wrote.name, isNew: false } : null;
  }
}
