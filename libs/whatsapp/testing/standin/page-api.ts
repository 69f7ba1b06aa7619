import type { ServerResponse } from 'node:http';

import type { Linking } from './linking.js';
import { pageDocument, pageScript } from './page-files.js';
import type { PageLines } from './page-lines.js';
import { type PageRequest, type PageRoute, RawAnswer } from './page-server.js';
import type { SendDeskParts, SendDesk } from './send-desk.js';
import type { AddressBook } from './address-book.js';
import type { PhoneSight } from './phone-sight.js';
import type { WireMessage, WireTarget } from './wire.js';

export interface PageApiParts extends SendDeskParts {
  readonly desk: SendDesk;
  readonly lines: PageLines;
  readonly linking: Linking;
  readonly sight: PhoneSight;
  readonly people: AddressBook;
  onLoad(): void;
  onUnknownModule(name: string): void;
}

/** What the page asks the server for. */
export class PageApi {
  private readonly asleep = new Set<ServerResponse>();
  private onFreeze: () => void = () => undefined;

  constructor(private readonly parts: PageApiParts) {}

  get routes(): Readonly<Record<string, PageRoute>> {
    const online = (route: PageRoute): PageRoute => this.online(route);
    return {
      'GET /': () => this.document(),
      'GET /page/': ({ url }) => this.script(url),
      'GET /frame': () => new RawAnswer(200, 'text/html', '<!doctype html><title>A frame</title>'),
      'GET /wa/feed': (request) => this.feed(request),
      'GET /wa/freeze': ({ response }) => this.freeze(response),
      'POST /wa/unknown-module': (request) => this.unknownModule(request),
      'GET /wa/exists': online(({ url }) => ({ exists: this.parts.people.has(url.searchParams.get('id') ?? '') })),
      'GET /wa/linked': online(({ url }) => ({ linked: this.isLinked(url) })),
      'POST /wa/qr': online((request) => this.qr(request)),
      'POST /wa/code': online((request) => this.code(request)),
      'POST /wa/confirm': online((request) => this.confirm(request)),
      'POST /wa/logout': online((request) => this.logout(request)),
      'POST /wa/send': online((request) => this.send(request)),
      'POST /wa/edit': online((request) => this.edit(request)),
      'POST /wa/revoke': online((request) => this.revoke(request)),
      'POST /wa/vote': online((request) => this.vote(request)),
      'POST /wa/react': online((request) => this.react(request)),
      'POST /wa/typing': online((request) => this.typing(request)),
      'POST /wa/read': online((request) => this.read(request)),
      'POST /wa/media': online(async ({ body }) => this.parts.media.put(await body())),
      'GET /v/': online(({ url }) => this.download(url)),
    };
  }

  /** Resolves when the next page stands still. */
  frozen(): Promise<void> {
    return new Promise((resolve) => (this.onFreeze = resolve));
  }

  /** Lets pages that were frozen go on. */
  thaw(): void {
    for (const response of this.asleep) response.end();
    this.asleep.clear();
  }

  private document(): RawAnswer {
    const { keyField, hasSynced, syncDelayMs, iframes, failure, qrRotationMs, forgetDelivered } = this.parts.faults;
    this.parts.onLoad();
    const settings = { keyField, hasSynced, syncDelayMs, iframes, failure, qrRotationMs, confirms: forgetDelivered };
    return new RawAnswer(200, 'text/html', pageDocument(settings));
  }

  private async script(url: URL): Promise<RawAnswer> {
    const code = await pageScript(url.pathname.slice('/page/'.length));
    return code === null
      ? new RawAnswer(404, 'text/plain', 'No such script.')
      : new RawAnswer(200, 'text/javascript', code);
  }

  private feed({ url, response }: PageRequest): unknown {
    const { lines, linking, log, faults } = this.parts;
    if (lines.isCut) return new RawAnswer(503, 'text/plain', 'The line is cut.');
    const line = lines.connect({ page: url.searchParams.get('page') ?? '', log, response });
    const id = url.searchParams.get('device');
    if (id === null) return undefined;
    const device = linking.device(id);
    if (!device) {
      line.signal({ kind: 'logout' });
      return undefined;
    }
    const cursor = Math.max(Number(url.searchParams.get('cursor')), device.confirmed);
    if (faults.offlineBacklogDelayMs > 0) {
      setTimeout(() => line.follow(cursor, device.history), faults.offlineBacklogDelayMs).unref();
    } else {
      line.follow(cursor, device.history);
    }
    line.caughtUp();
    return undefined;
  }

  /** The page waits for this answer in its only thread. */
  private freeze(response: ServerResponse): undefined {
    this.asleep.add(response);
    this.onFreeze();
  }

  private isLinked(url: URL): boolean {
    return this.parts.linking.device(url.searchParams.get('device') ?? '') !== undefined;
  }

  private async unknownModule({ json }: PageRequest): Promise<unknown> {
    const { name } = await json<{ name: string }>();
    this.parts.onUnknownModule(name);
    return {};
  }

  private async qr({ json }: PageRequest): Promise<unknown> {
    const { page, ref } = await json<{ page: string; ref: string }>();
    this.parts.linking.showQr(page, ref);
    return {};
  }

  private async code({ json }: PageRequest): Promise<unknown> {
    const { page, phone } = await json<{ page: string; phone: string }>();
    return { code: this.parts.linking.showCode(page, phone) };
  }

  private async confirm({ json }: PageRequest): Promise<unknown> {
    const { device: id, cursor } = await json<{ device: string; cursor: number }>();
    const device = this.parts.linking.device(id);
    if (device) device.confirmed = Math.max(device.confirmed, cursor);
    return {};
  }

  private async logout({ json }: PageRequest): Promise<unknown> {
    const { device } = await json<{ device: string }>();
    this.parts.linking.unlink(device);
    return {};
  }

  private async send({ json }: PageRequest): Promise<unknown> {
    const message = await json<WireMessage>();
    return { verdict: await this.parts.desk.take(message) };
  }

  private async edit({ json }: PageRequest): Promise<unknown> {
    const { target, body } = await json<{ target: WireTarget; body: string }>();
    this.parts.sight.sawChange(target.chat, { kind: 'edit', id: target.id, body });
    return {};
  }

  private async revoke({ json }: PageRequest): Promise<unknown> {
    const { target } = await json<{ target: WireTarget }>();
    this.parts.sight.sawChange(target.chat, { kind: 'revoke', id: target.id });
    return {};
  }

  private async vote({ json }: PageRequest): Promise<unknown> {
    const { target, options } = await json<{ target: WireTarget; options: number[] }>();
    this.parts.sight.sawChange(target.chat, { kind: 'vote', id: target.id, options });
    return {};
  }

  private async react({ json }: PageRequest): Promise<unknown> {
    const { target, emoji } = await json<{ target: WireTarget; emoji: string }>();
    this.parts.sight.sawReaction(target.chat, { id: target.id, emoji });
    return {};
  }

  private async typing({ json }: PageRequest): Promise<unknown> {
    const { chat, on } = await json<{ chat: string; on: boolean }>();
    this.parts.sight.sawTyping(chat, on);
    return {};
  }

  private async read({ json }: PageRequest): Promise<unknown> {
    const { chat } = await json<{ chat: string }>();
    this.parts.sight.sawRead(chat, this.parts.conversations.readAll(chat));
    return {};
  }

  private download(url: URL): RawAnswer {
    const content = this.parts.media.download(url.pathname);
    if (content === undefined) return new RawAnswer(404, 'text/plain', 'Gone.');
    if (content === 'broken') return new RawAnswer(500, 'text/plain', 'Broken.');
    return new RawAnswer(200, 'application/octet-stream', content);
  }

  /** A cut line takes nothing, and loses the answer to what it took before. */
  private online(route: PageRoute): PageRoute {
    const check = (): void => {
      if (this.parts.lines.isCut) throw new Error('The line is cut.');
    };
    return async (request) => {
      check();
      const answer = await route(request);
      check();
      return answer;
    };
  }
}
