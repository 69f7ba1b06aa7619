import { Characters, COMPANION, ReplyScenes, ReplySettings } from '#companions';
import { MemoryConfig, ServerConfig } from '#config';
import { Clock, newId } from '#kernel';
import { MemoryContext, RememberedMessages } from '#memory';
import {
  AccountStatuses,
  ChatReader,
  HistoryWriter,
  InboundWriter,
  MessageReader,
  TurnDesk,
  TurnRouting,
  type ChatView,
  type ClaimedTurn,
} from '#messaging';
import type { IncomingMessage } from '#whatsapp';

import type { MemoryProgram, TakenIn } from './eval/memory-program.js';

/** Nothing is remembered and nothing is asked of it: an answer is made of the conversation alone. */
const NO_MEMORY = { begin: () => null } as unknown as MemoryContext;
const NOBODY_FORGETS = { of: (_: string, __: unknown, messages: unknown) => Promise.resolve(messages) };

/** A stored conversation that goes on: what its person says is recorded, routed and claimed as in the program. */
export class ReplyStage {
  readonly remembering: ReplyScenes;
  readonly forgetful: ReplyScenes;

  constructor(
    private readonly program: MemoryProgram,
    private readonly taken: TakenIn,
  ) {
    this.remembering = this.scenes(program.part(MemoryContext), program.part(RememberedMessages));
    this.forgetful = this.scenes(NO_MEMORY, NOBODY_FORGETS as unknown as RememberedMessages);
  }

  /** The person says something, and the turn is taken on. */
  async ask(text: string): Promise<{ readonly turn: ClaimedTurn; readonly chat: ChatView }> {
    const { externalId, chatId } = this.taken;
    const account = await this.program.part(AccountStatuses).ensure('default', 'simulator');
    const message: IncomingMessage = {
      id: newId(),
      chat: { id: externalId, kind: 'direct' },
      sender: { id: externalId, name: 'Them' },
      ...{ fromMe: false, kind: 'text', text, sentAt: new Date(), live: true, mentions: [], mentionsMe: false },
    };
    await this.program.part(InboundWriter).write([{ accountId: account, message }]);
    await this.program.part(TurnRouting).route(chatId, () => ({ kind: 'answer', agent: COMPANION }));
    const turn = await this.program.part(TurnDesk).claim(COMPANION, chatId);
    if (!turn) throw new Error('there is no turn to answer');
    return { turn, chat: await this.program.part(ChatReader).find(chatId) };
  }

  /** It is answered, and the conversation goes on from there. */
  async answer(turn: ClaimedTurn, text: string): Promise<void> {
    await this.program.part(TurnDesk).silence(turn, 'measured');
    const answer = { externalId: newId(), sender: null, fromMe: true, kind: 'text', text, sentAt: new Date() } as const;
    await this.program.part(HistoryWriter).write(this.taken.chatId, [answer]);
  }

  private scenes(memory: MemoryContext, told: RememberedMessages): ReplyScenes {
    const { program } = this;
    const settings = new ReplySettings(program.part(MemoryConfig), program.part(ServerConfig), program.part(Clock));
    return new ReplyScenes(program.part(Characters), program.part(MessageReader), memory, told, settings);
  }
}
