import { io, type Socket } from 'socket.io-client';

import { ChatError } from '../chat-error.js';
import type { ClientEvents, DoneAck, FailedAck, JoinedAck, MessageSend, SentAck, ServerEvents } from './chat-events.js';
import { newClientId } from './new-client-id.js';

/** How long an answer of the server is waited for before the message is sent again, under the same id. */
const ACK_MS = 10_000;
/** Between two tries after the server was not ready for us, unless it says when. */
const RETRY_S = 3;

export type TokenSource = string | (() => string | Promise<string>);

export interface ChatSocketOptions {
  /** Where Secretary is, such as `https://chat.example`. */
  readonly url: string;
  /** A person's token, or what fetches a fresh one; asked at every connect, and once more where that one is over. */
  readonly token: TokenSource;
  /** WEBSOCKET_PATH. Default: /socket.io. */
  readonly path?: string;
}

/** `refused`: the token does not hold; nothing is tried again until `connect()`. */
export type ChatStatus = 'connecting' | 'connected' | 'disconnected' | 'refused';

type Listener<Event extends keyof ServerEvents> = ServerEvents[Event];

/** A conversation that is heard. */
interface Joined {
  /** By so many. */
  times: number;
  /** The first time, when the server has said so. */
  readonly entered: Promise<unknown>;
}

interface Untyped {
  on(event: string, listener: unknown): void;
  off(event: string, listener: unknown): void;
}

/**
 * A connection that keeps its promises over reconnects: joins again where it had joined, asks for what it has missed, and sends each
 * message until it is stored, once.
 */
export class ChatSocket {
  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private readonly joined = new Map<string, Joined>();
  private readonly statusListeners = new Set<(status: ChatStatus) => void>();
  private offset: string | undefined;
  private sending: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private state: ChatStatus = 'connecting';
  /** Why it is refused, and whether a fresh token was tried since it was last connected. */
  private refusal = 'unauthenticated';
  private hasRenewed = false;

  constructor(private readonly options: ChatSocketOptions) {
    const { url, token, path = '/socket.io' } = options;
    this.socket = io(url, {
      path,
      // Several api processes behind a balancer then need no sticky sessions.
      transports: ['websocket'],
      auth: (give) =>
        void tokenOf(token).then(
          (value) => give({ token: value }),
          () => this.tryLater(),
        ),
    });
    this.socket.on('connect', () => this.onConnect());
    this.socket.on('disconnect', (reason) => this.onDisconnect(reason));
    this.socket.on('connect_error', ({ message }) => this.onRefused(message));
    // The stock client notes the last text of an event by itself; we need it for joining.
    this.socket.onAny((_event: string, ...values: unknown[]) => this.note(values.at(-1)));
  }

  get status(): ChatStatus {
    return this.state;
  }

  /** @returns what ends it */
  onStatus(listener: (status: ChatStatus) => void): () => void {
    this.statusListeners.add(listener);
    return () => this.statusListeners.delete(listener);
  }

  /** @returns what ends it */
  on<Event extends keyof ServerEvents>(event: Event, listener: Listener<Event>): () => void {
    // The library's own types do not see that an event of the union is an event.
    const target = this.socket as unknown as Untyped;
    target.on(event, listener);
    return () => target.off(event, listener);
  }

  /** Connects again after a refusal, with a fresh token when one can be fetched. */
  connect(): void {
    this.isClosed = false;
    this.hasRenewed = false;
    if (!this.socket.active) this.become('connecting');
    this.socket.connect();
  }

  close(): void {
    this.isClosed = true;
    this.socket.disconnect();
    this.become('disconnected');
  }

  /**
   * Hears what happens in a conversation, from now on and over reconnects, until what it answers is called.
   * @throws ChatError when the server refuses, such as for a conversation of somebody else
   */
  async join(conversationId: string): Promise<() => void> {
    const joined = this.joined.get(conversationId) ?? {
      times: 0,
      entered: this.untilStored(() => this.enter(conversationId)),
    };
    joined.times += 1;
    this.joined.set(conversationId, joined);
    let hasLeft = false;
    const leave = (): void => {
      if (hasLeft) return;
      hasLeft = true;
      this.leave(conversationId);
    };
    try {
      await joined.entered;
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /**
   * Sends a message, after those sent before it, and answers when it is stored. A lost connection only delays it: it goes again under
   * the same `clientId`.
   * @throws ChatError when the server refuses it, or `closed`
   */
  send(message: MessageSend): Promise<SentAck> {
    const named = { ...message, clientId: message.clientId ?? newClientId() };
    const sent = this.sending.then(() =>
      this.untilStored(() => this.socket.timeout(ACK_MS).emitWithAck('message:send', named)),
    );
    this.sending = sent.catch(() => undefined);
    return sent;
  }

  /** Says that the person has begun or ceased to type. May be lost. */
  typing(conversationId: string, isTyping: boolean): void {
    this.socket.volatile.emit(isTyping ? 'typing:start' : 'typing:stop', { conversationId });
  }

  private leave(conversationId: string): void {
    const joined = this.joined.get(conversationId);
    if (!joined) return;
    joined.times -= 1;
    if (joined.times > 0) return;
    this.joined.delete(conversationId);
    if (this.socket.connected) this.socket.emit('conversation:leave', { conversationId });
  }

  private async enter(conversationId: string): Promise<JoinedAck | FailedAck> {
    const after = this.offset;
    const answer = (await this.socket
      .timeout(ACK_MS)
      .emitWithAck('conversation:join', { conversationId, ...(after !== undefined && { after }) })) as
      JoinedAck | FailedAck;
    if (answer.ok) this.offset ??= answer.offset;
    return answer;
  }

  /** Asks until there is an answer: over lost connections, and until the socket is closed. */
  private async untilStored<Answer extends DoneAck>(ask: () => Promise<Answer | FailedAck>): Promise<Answer> {
    for (;;) {
      await this.untilConnected();
      const answer = await ask().catch(() => null);
      if (answer?.ok) return answer;
      if (!answer) continue;
      const { code, message, retryAfter, errors } = answer.error;
      throw new ChatError(code, message, retryAfter, errors);
    }
  }

  private untilConnected(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): boolean => {
        if (this.isClosed) reject(new ChatError('closed', 'The connection was closed.'));
        else if (this.state === 'refused') reject(new ChatError(this.refusal, 'The token does not hold.'));
        else if (this.socket.connected) resolve();
        else return false;
        return true;
      };
      if (settle()) return;
      const end = this.onStatus(() => {
        if (settle()) end();
      });
    });
  }

  private onConnect(): void {
    this.hasRenewed = false;
    this.become('connected');
    // Who was here before the connection was lost is here again, from where it was lost.
    for (const conversationId of this.joined.keys()) void this.comeBack(conversationId);
  }

  /** Asks until it is in, or is told that the conversation is none of ours any more; the next connection asks for itself. */
  private async comeBack(conversationId: string): Promise<void> {
    const connection = this.socket.id;
    while (this.socket.id === connection && this.joined.has(conversationId)) {
      const answer = await this.enter(conversationId).catch(() => null);
      if (answer?.ok || answer?.error.code.startsWith('conversation.')) return;
      await new Promise((resolve) => setTimeout(resolve, (answer?.error.retryAfter ?? RETRY_S) * 1_000));
    }
  }

  private onDisconnect(reason: string): void {
    if (this.isClosed) return;
    this.become('connecting');
    // The server has ended it: with a token that ran out a fresh one may help, and without one we are told so.
    if (reason === 'io server disconnect') this.socket.connect();
  }

  private onRefused(message: string): void {
    if (this.isClosed) return;
    if (message === 'auth.expired' && typeof this.options.token === 'function' && !this.hasRenewed) {
      this.hasRenewed = true;
      this.socket.connect();
    } else if (message === 'unauthenticated' || message === 'auth.expired') {
      this.refusal = message;
      this.become('refused');
    } else {
      this.become('connecting');
      // The library tries again by itself unless it was the server that said no.
      if (!this.socket.active) this.tryLater();
    }
  }

  private tryLater(): void {
    this.socket.disconnect();
    setTimeout(() => !this.isClosed && this.socket.connect(), RETRY_S * 1_000);
  }

  private note(offset: unknown): void {
    if (typeof offset === 'string') this.offset = offset;
  }

  private become(status: ChatStatus): void {
    if (this.state === status) return;
    this.state = status;
    for (const listener of this.statusListeners) listener(status);
  }
}

async function tokenOf(token: TokenSource): Promise<string> {
  return typeof token === 'string' ? token : token();
}
