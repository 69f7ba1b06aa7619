import createClient, { type Client } from 'openapi-fetch';

import { ChatError } from '../chat-error.js';
import { ChatSession } from '../session/chat-session.js';
import type { ChatSource, MessagePage } from '../session/chat-source.js';
import { ChatSocket, type ChatSocketOptions } from '../socket/chat-socket.js';
import { answered } from './answered.js';
import type { paths } from './schema.js';

type Conversations = paths['/api/v1/conversations'];
/** A conversation as REST gives it. */
export type Conversation = Conversations['post']['responses'][201]['content']['application/json'];
export type NewConversation = Conversations['post']['requestBody']['content']['application/json'];
export type ConversationQuery = NonNullable<Conversations['get']['parameters']['query']>;

export interface ConversationPage {
  readonly conversations: readonly Conversation[];
  readonly nextCursor: string | null;
}

/** Secretary as one person sees it: REST, and one connection for all that happens. */
export class SecretaryClient implements ChatSource {
  /** Every route of the API, typed by its description (openapi-fetch). */
  readonly rest: Client<paths>;
  private opened: ChatSocket | undefined;

  constructor(private readonly options: ChatSocketOptions) {
    const { url, token } = options;
    this.rest = createClient<paths>({ baseUrl: url });
    this.rest.use({
      onRequest: async ({ request }) => {
        request.headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
        return request;
      },
      // By its name: the error may be another window's. Whose request was taken back has asked for it.
      onError: ({ error }) =>
        (error as Error).name === 'TypeError'
          ? new ChatError('network', 'The server could not be reached.')
          : undefined,
    });
  }

  /** The connection; made when it is first asked for. */
  get socket(): ChatSocket {
    this.opened ??= new ChatSocket(this.options);
    return this.opened;
  }

  /** One conversation to show. Nothing happens before its `open()`. */
  session(conversationId: string): ChatSession {
    return new ChatSession(this, conversationId);
  }

  conversations(query: ConversationQuery = {}): Promise<ConversationPage> {
    return answered(this.rest.GET('/api/v1/conversations', { params: { query } }));
  }

  createConversation(conversation: NewConversation): Promise<Conversation> {
    return answered(this.rest.POST('/api/v1/conversations', { body: conversation }));
  }

  archiveConversation(id: string): Promise<unknown> {
    return answered(this.rest.POST('/api/v1/conversations/{id}/archive', { params: { path: { id } } }));
  }

  deleteConversation(id: string): Promise<unknown> {
    return answered(this.rest.DELETE('/api/v1/conversations/{id}', { params: { path: { id } } }));
  }

  messages(id: string, query: { readonly limit?: number; readonly cursor?: string } = {}): Promise<MessagePage> {
    return answered(this.rest.GET('/api/v1/conversations/{id}/messages', { params: { path: { id }, query } }));
  }

  /** Everything in the conversation, or everything up to a message, has been read. */
  markRead(id: string, upTo?: string): Promise<unknown> {
    return answered(
      this.rest.PUT('/api/v1/conversations/{id}/messages/read', {
        params: { path: { id } },
        body: upTo === undefined ? {} : { upTo },
      }),
    );
  }

  close(): void {
    this.opened?.close();
  }
}
