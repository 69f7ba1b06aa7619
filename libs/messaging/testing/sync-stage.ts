import { newIncomingMessage, waitFor } from '#testing';
import type { HistoryMessage } from '#whatsapp';

import { MessagePages, SyncRequests, type SyncKind } from '../src/index.js';
import { MessagingStage } from './messaging-stage.js';
import { ScriptedConnector } from './scripted-connector.js';
import { ScriptedPhone } from './scripted-phone.js';
import type { ScriptedPort } from './scripted-port.js';

/** What `chat_syncs` has of a chat. */
export interface SyncRow {
  readonly state: string;
  readonly kind: string;
  readonly cursor: string | null;
  readonly added: number;
  readonly edited: number;
  readonly deleted: number;
  readonly attempts: number;
  readonly covered_from: Date;
  readonly covered_to: Date;
  readonly last_full_at: Date | null;
  readonly last_error_code: string | null;
  readonly last_error_message: string | null;
}

/** A chat with one person, as the phone has it and as we have it. */
export interface SyncedTalk {
  /** WhatsApp's id. */
  readonly id: string;
  message(text: string, minutesAgo: number, rest?: object): ReturnType<typeof newIncomingMessage>;
  /** Only the phone has it. */
  onPhone(text: string, minutesAgo: number, rest?: object): HistoryMessage;
  /** Both have it. */
  known(text: string, minutesAgo: number): Promise<HistoryMessage>;
  /** Our id. */
  ours(): Promise<string>;
  /** What we have, oldest first; null for what was deleted. */
  texts(): Promise<readonly (string | null)[]>;
}

/** The application, an account whose phone a test scripts, and nobody who is answered. */
export class SyncStage {
  readonly phone = new ScriptedPhone();
  private talks = 0;

  private constructor(
    readonly base: MessagingStage,
    readonly connector: ScriptedConnector,
  ) {}

  static async open(): Promise<SyncStage> {
    const connector = new ScriptedConnector();
    const stage = new SyncStage(await MessagingStage.open({ ALLOW_LIST: '+10000000' }, connector), connector);
    const script = (port: ScriptedPort): void => {
      port.onHistory = stage.phone.history;
      port.onChats = stage.phone.list;
    };
    connector.opened.forEach(script);
    connector.onOpen = script;
    return stage;
  }

  get port(): ScriptedPort {
    return this.connector.portOf(this.base.accountId);
  }

  /** A chat of its own. */
  talk(): SyncedTalk {
    const id = `346${String((this.talks += 1)).padStart(8, '0')}@c.us`;
    const message: SyncedTalk['message'] = (text, minutesAgo, rest = {}) =>
      newIncomingMessage({
        ...{ chat: { id, kind: 'direct' }, sender: { id, name: 'Ana' }, text },
        sentAt: new Date(Date.now() - minutesAgo * 60_000),
        ...rest,
      });
    return {
      id,
      message,
      onPhone: (text, minutesAgo, rest) => this.phone.put(message(text, minutesAgo, rest)),
      known: async (text, minutesAgo) => {
        const put = this.phone.put(message(text, minutesAgo));
        await this.base.take({ type: 'message', message: { ...put, live: true } });
        return put;
      },
      ours: async () => (await this.base.row<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [id])).id,
      texts: () => this.textsOf(id),
    };
  }

  rowOf(chatId: string): Promise<SyncRow> {
    return this.base.row<SyncRow>('SELECT * FROM chat_syncs WHERE chat_id = $1', [chatId]);
  }

  ask(chatId: string, kind: SyncKind = 'recent'): Promise<void> {
    return this.base.part(SyncRequests).ask([chatId], kind, new Date());
  }

  /** The chat's row when its run has ended. */
  ended(chatId: string, timeoutMs = 20_000): Promise<SyncRow> {
    return waitFor(
      async () => {
        const row = await this.rowOf(chatId);
        return !['waiting', 'running'].includes(row.state) && row;
      },
      { what: 'the chat to be compared', timeoutMs },
    );
  }

  async sync(chatId: string, kind: SyncKind = 'recent'): Promise<SyncRow> {
    await this.ask(chatId, kind);
    return this.ended(chatId);
  }

  /** Another session of the same account. */
  async restart(): Promise<void> {
    const opened = this.connector.opened.length;
    const order = (verb: string) =>
      this.base.app.request(`/api/whatsapp/accounts/default/${verb}`, { method: 'POST', body: '{}' });
    await order('stop');
    await waitFor(async () => (await this.base.rows(`SELECT 1 FROM accounts WHERE status = 'STOPPED'`)).length === 1, {
      what: 'the stop',
    });
    await order('start');
    await waitFor(() => this.connector.opened.length > opened, { what: 'a new session' });
  }

  close(): Promise<void> {
    return this.base.close();
  }

  private async textsOf(externalId: string): Promise<readonly (string | null)[]> {
    const [chat] = await this.base.rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [externalId]);
    const page = chat && (await this.base.part(MessagePages).ofChat(chat.id, { limit: 1_000 }));
    return page ? page.items.map(({ text }) => text).reverse() : [];
  }
}
