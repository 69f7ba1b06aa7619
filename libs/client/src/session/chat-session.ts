import { ChatError } from '../chat-error.js';
import { newClientId } from '../socket/new-client-id.js';
import type { ChatMessage } from './chat-message.js';
import type { ChatSource } from './chat-source.js';
import { changed, EMPTY_VIEW, type ChatChange, type ChatView } from './chat-view.js';

/** An answer of which nothing has been heard for so long is not waited for on the screen any more. */
const QUIET_MS = 60_000;
/** A `typing:start` holds for TYPING_TIMEOUT (3 s) on the server: it is renewed before that. */
const TYPING_MS = 2_000;

/** One conversation as a page shows it: its messages, what is being written, and what one can do. Works with any user interface. */
export class ChatSession {
  private view: ChatView = EMPTY_VIEW;
  private readonly listeners = new Set<() => void>();
  private readonly ends: (() => void)[] = [];
  private cursor: string | null = null;
  private typedAt = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(
    private readonly client: ChatSource,
    readonly conversationId: string,
  ) {}

  /** The view as it is; another object after each change. */
  readonly snapshot = (): ChatView => this.view;

  /** @returns what ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Joins, then loads the newest messages: what is said in between comes both ways, and is shown once.
   * @throws ChatError when the conversation is not this person's
   */
  async open(): Promise<void> {
    this.listen();
    const leave = await this.client.socket.join(this.conversationId);
    if (this.isClosed) leave();
    else this.ends.push(leave);
    await this.reload();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.quiet);
    for (const end of this.ends.splice(0)) end();
    this.listeners.clear();
  }

  /**
   * Sends a text, or once more what failed when its `clientId` is given. It is on the screen at once, and says when it could not be sent.
   * @throws ChatError with what the server said
   */
  async send(content: string, clientId = newClientId()): Promise<void> {
    this.typing(false);
    this.change({ kind: 'sending', message: onItsWay(this.conversationId, content, clientId) });
    try {
      const { conversationId } = this;
      const sent = await this.client.socket.send({ conversationId, content, type: 'text', clientId });
      this.change({ kind: 'stored', sent: { ...sent, clientId } });
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.change({ kind: 'failed', clientId, failure });
      throw error;
    }
  }

  /** Takes away what could not be sent. */
  discard(clientId: string): void {
    this.change({ kind: 'discarded', clientId });
  }

  /** Loads the next older page of messages. */
  async loadMore(): Promise<void> {
    if (this.cursor === null) return;
    const { messages, nextCursor } = await this.client.messages(this.conversationId, { cursor: this.cursor });
    this.cursor = nextCursor;
    this.change({ kind: 'received', messages, hasMore: nextCursor !== null });
  }

  /** Tells the server that everything up to now has been read. */
  async markRead(): Promise<void> {
    await this.client.markRead(this.conversationId);
  }

  /** To be called at each key: tells the other side, as often as is needed. */
  typing(isTyping: boolean): void {
    const now = Date.now();
    if (isTyping ? now - this.typedAt < TYPING_MS : this.typedAt === 0) return;
    this.typedAt = isTyping ? now : 0;
    this.client.socket.typing(this.conversationId, isTyping);
  }

  private async reload(): Promise<void> {
    const { messages, nextCursor } = await this.client.messages(this.conversationId);
    if (this.isClosed) return;
    this.cursor = nextCursor;
    this.change({ kind: 'loaded', messages, hasMore: nextCursor !== null });
  }

  private listen(): void {
    const { socket } = this.client;
    this.ends.push(
      socket.on('message:received', (message) => {
        if (this.isOurs(message)) this.change({ kind: 'received', messages: [message] });
      }),
      socket.on('message:deleted', (deleted) => {
        if (this.isOurs(deleted)) this.change({ kind: 'deleted', messageId: deleted.messageId });
      }),
      socket.on('message:read', (read) => {
        if (this.isOurs(read)) this.change({ kind: 'read', read });
      }),
      socket.on('typing:indicator', (typing) => {
        if (this.isOurs(typing)) this.change({ kind: 'typing', typing });
      }),
      socket.on('character:response', (piece) => {
        if (this.isOurs(piece)) this.change({ kind: 'written', piece });
      }),
      // What was told while nobody could hear is in the history.
      socket.on('realtime:missed', () => void this.reload().catch(() => undefined)),
    );
  }

  private isOurs({ conversationId }: { readonly conversationId: string }): boolean {
    return conversationId === this.conversationId;
  }

  private change(change: ChatChange): void {
    if (this.isClosed) return;
    this.view = changed(this.view, change);
    clearTimeout(this.quiet);
    if (this.view.isTyping) this.quiet = setTimeout(() => this.change({ kind: 'quiet' }), QUIET_MS);
    for (const listener of this.listeners) listener();
  }
}

function onItsWay(conversationId: string, content: string, clientId: string): ChatMessage {
  if (content.trim() === '') throw new ChatError('message.empty', 'There is nothing to send.');
  return {
    id: clientId,
    conversationId,
    senderId: null,
    senderType: 'user',
    content,
    type: 'text',
    metadata: { tokens: null, generationTime: null, model: null, mood: null, isNSFW: null },
    status: 'sending',
    readAt: null,
    createdAt: new Date().toISOString(),
    clientId,
  };
}
