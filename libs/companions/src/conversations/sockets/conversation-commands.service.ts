import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ConversationSockets, SocketCommands, type SocketCaller } from '#realtime';
import { allows, viewerOf, type Principal } from '#security';

import { ConversationTalk } from '../conversation-talk.service.js';
import { missingScope } from '../conversations.errors.js';
import { ConversationSocketParts } from './conversation-parts.service.js';
import { SendCommandDto } from './send-command.dto.js';

/** Gives the sockets what they need to serve conversations, and answers what clients say over them. */
@Injectable()
export class ConversationCommands implements OnModuleInit {
  constructor(
    private readonly sockets: ConversationSockets,
    private readonly parts: ConversationSocketParts,
    private readonly commands: SocketCommands,
    private readonly talk: ConversationTalk,
  ) {}

  onModuleInit(): void {
    this.sockets.attach(this.parts);
    this.commands.on('message:send', (from, wish) => this.send(from, wish), SendCommandDto);
  }

  private async send({ principal }: SocketCaller, { conversationId, ...wish }: SendCommandDto): Promise<object> {
    if (!mayWrite(principal)) throw missingScope();
    const { message, stored } = await this.talk.send(viewerOf(principal), conversationId, wish);
    const { id, clientId, status, createdAt } = message;
    return { id, clientId, conversationId, status, createdAt, duplicate: !stored };
  }
}

function mayWrite(principal: Principal): boolean {
  return principal.person !== undefined || allows(principal, 'conversations:write');
}
