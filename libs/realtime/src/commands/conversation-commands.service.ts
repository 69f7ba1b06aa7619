import { Injectable, type OnModuleInit } from '@nestjs/common';

import { allows } from '#security';

import { ConversationRooms } from '../people/conversation-rooms.service.js';
import { PersonNews } from '../people/person-news.service.js';
import { missingScope, notJoined } from '../realtime.errors.js';
import { socketOf } from './connected-caller.js';
import { JoinDto, RoomDto } from './room.dto.js';
import type { SocketCaller } from './socket-caller.js';
import { SocketCommands } from './socket-commands.service.js';

const OPERATOR = 'operator';
const WRITE = 'conversations:write';

/** Joining and leaving conversations, and typing in them. */
@Injectable()
export class ConversationCommands implements OnModuleInit {
  constructor(
    private readonly commands: SocketCommands,
    private readonly rooms: ConversationRooms,
    private readonly news: PersonNews,
  ) {}

  onModuleInit(): void {
    this.commands.on(
      'conversation:join',
      (from, { conversationId, after }) => this.rooms.join(socketOf(from), conversationId.toLowerCase(), after),
      JoinDto,
    );
    this.commands.on(
      'conversation:leave',
      (from, { conversationId }) => this.rooms.leave(socketOf(from), conversationId.toLowerCase()),
      RoomDto,
    );
    this.commands.on('typing:start', (from, { conversationId }) => this.type(from, conversationId, true), RoomDto);
    this.commands.on('typing:stop', (from, { conversationId }) => this.type(from, conversationId, false), RoomDto);
  }

  /** Told to everybody in the room but the socket it comes from. An operator types as the character: what they write counts as its. */
  private type({ principal, socketId, rooms }: SocketCaller, conversationId: string, isTyping: boolean): Promise<void> {
    const chatId = conversationId.toLowerCase();
    const contactId = rooms.get(chatId);
    if (contactId === undefined) return Promise.reject(notJoined());
    if (!principal.person && !allows(principal, WRITE)) return Promise.reject(missingScope(WRITE));
    const who = principal.person
      ? ({ userId: contactId, senderType: 'user' } as const)
      : ({ userId: OPERATOR, senderType: 'character' } as const);
    const payload = { conversationId: chatId, ...who, isTyping };
    this.news.pass({ contactId, chatId, event: 'typing:indicator', payload, volatile: true, except: socketId });
    return Promise.resolve();
  }
}
