import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { Authenticator, type Principal } from '#security';
import { TEST_API_KEY, TEST_ENCRYPTION_KEY } from '#testing/app';

import { createApplication, observed, openPlatform } from '../../../apps/platform/src/index.js';
import { ConversationSockets } from '../src/people/conversation-sockets.service.js';
import { PersonNews } from '../src/people/person-news.service.js';
import { RealtimeHttpModule } from '../src/realtime-http.module.js';
import type { FakeConversations } from './fake-conversations.js';

const PERSON = /^Bearer person-([\da-f-]{36})$/;

@Module({})
class SocketsModule {}

/** A process with nothing but sockets, on conversations in memory. A person's token is `person-<contact id>`. */
export class PeopleStage {
  /** Contacts whose tokens hold no more. */
  readonly revoked = new Set<string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly conversations: FakeConversations,
    readonly stop: () => Promise<void>,
  ) {
    app.get(ConversationSockets).attach(conversations.parts);
    const authenticator = app.get(Authenticator, { strict: false });
    const authenticate = authenticator.authenticate.bind(authenticator);
    authenticator.authenticate = (header, beforeLookUp) =>
      PERSON.test(header ?? '') ? Promise.resolve(this.personOf(header)) : authenticate(header, beforeLookUp);
  }

  static async start(
    databaseUrl: string,
    conversations: FakeConversations,
    env: Readonly<Record<string, string>> = {},
    modules: readonly Type[] = [],
  ): Promise<PeopleStage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-sockets-'));
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ADMIN_API_KEY: TEST_API_KEY,
      ENCRYPTION_KEY: TEST_ENCRYPTION_KEY,
      LOG_LEVEL: 'silent',
      HTTP_RATE_LIMIT: '0',
      LLM_PROVIDER: 'offline',
      ...env,
    };
    const platform = await openPlatform('test', environment, () => undefined);
    const imports = [...platform.modules, ...observed(), RealtimeHttpModule, ...modules];
    const app = await createApplication(platform, { module: SocketsModule, imports } satisfies DynamicModule);
    await app.listen(0, '127.0.0.1');
    return new PeopleStage(app, await app.getUrl(), conversations, async () => {
      await app.close();
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  get news(): PersonNews {
    return this.app.get(PersonNews);
  }

  /** Something happens in a conversation, and this process tells of it. */
  happens(chatId: string, payload: unknown, event?: string): void {
    this.conversations.append(chatId, payload, event);
    this.news.moved(this.conversations.ownerOf(chatId));
  }

  private personOf(header: string | undefined): Principal | null {
    const contactId = PERSON.exec(header ?? '')?.[1] ?? '';
    if (this.revoked.has(contactId)) return null;
    return { id: `person:${contactId}`, name: 'Guest', scopes: [], person: { contactId, tokenId: contactId } };
  }
}

export function tokenOf(contactId: string): string {
  return `person-${contactId}`;
}
