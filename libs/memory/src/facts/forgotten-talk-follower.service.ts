import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ForgottenTalk } from '#messaging';

import { ForgettingFollowers } from './forgetting-followers.service.js';

/** A conversation's title and topics tell what was said in it: they go with what is forgotten. */
@Injectable()
export class ForgottenTalkFollower implements OnModuleInit {
  constructor(
    private readonly forgetting: ForgettingFollowers,
    private readonly talk: ForgottenTalk,
  ) {}

  onModuleInit(): void {
    this.forgetting.attach({
      everything: (manager, { contactId }) => this.talk.ofContact(manager, contactId),
      sources: (manager, _, sources) => this.talk.ofChats(manager, [...new Set(sources.map(({ chatId }) => chatId))]),
      unsaid: (manager, { chatId }) => this.talk.ofChats(manager, [chatId]),
    });
  }
}
