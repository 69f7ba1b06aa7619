import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { NO_GRAPH_FAULTS, type GraphError, type GraphFaults } from './graph-faults.js';
import { GraphLimits } from './graph-limits.js';
import type { GraphNumber } from './graph-number.js';
import { GraphPhones, type GraphDelivery } from './graph-phones.js';
import { messagePayload, statusPayload, type ContactMessage, type GraphJson } from './webhook-payload.js';
import { WebhookLine } from './webhook-line.js';

interface StoredMedia {
  readonly mimeType: string;
  readonly data: Buffer;
}

const STATUSES = ['sent', 'delivered', 'read'];

/** A server that answers as Meta's Graph API does for one phone number, and calls our webhook; on loopback, with faults on demand. */
export class GraphServer {
  readonly phones = new GraphPhones();
  readonly webhook: WebhookLine;
  readonly faults: GraphFaults = { ...NO_GRAPH_FAULTS };
  /** Attachments by Meta's id. */
  readonly media = new Map<string, StoredMedia>();
  private readonly server: Server;
  private readonly limits = new GraphLimits();
  private readonly tried = new Set<string>();
  private held: (() => void)[] = [];
  private port = 0;

  private constructor(readonly number: GraphNumber) {
    this.webhook = new WebhookLine(number.appSecret);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(number: GraphNumber): Promise<GraphServer> {
    const server = new GraphServer(number);
    await server.listen();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A contact writes to our number. Resolves when our webhook has it, or at once while the line is cut. */
  async write(message: ContactMessage): Promise<void> {
    this.phones.written.set(message.id, message.from.slice(1));
    const delivered = this.webhook.push(messagePayload(this.number, message), this.faults.times);
    if (this.server.listening) await delivered;
  }

  /** Tells the statuses that were held back. */
  async releaseStatuses(): Promise<void> {
    for (const tell of this.held.splice(0)) tell();
    await this.webhook.idle();
  }

  /** Tells one status of a message of ours. */
  async tell({ wamid, to, callback }: GraphDelivery, status: string, errorCode?: number): Promise<void> {
    await this.webhook.push(statusPayload(this.number, { wamid, to, callback, status, errorCode }), this.faults.times);
  }

  /** From now on neither side reaches the other. */
  async cut(): Promise<void> {
    this.webhook.cut();
    await this.stop();
  }

  async restore(): Promise<void> {
    if (!this.server.listening) await this.listen();
  }

  async close(): Promise<void> {
    await this.webhook.close();
    await this.stop();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults, number } = this;
    const [, path = ''] = /^\/v\d+\.\d\/([^?]*)/.exec(request.url ?? '') ?? [];
    if (faults.hang) return;
    if (request.headers.authorization !== `Bearer ${number.token}`) return refuse(response, { status: 401, code: 190 });
    if (request.url?.startsWith('/files/')) return this.file(request.url.slice('/files/'.length), response);
    if (path === number.phoneNumberId) return reply(response, { id: path, display_phone_number: number.displayNumber });
    if (path === `${number.phoneNumberId}/messages`) return this.messages(await jsonOf(request), response);
    if (path === `${number.phoneNumberId}/media`) return this.upload(await formOf(request), response);
    if (this.media.has(path)) return this.mediaInfo(path, response);
    refuse(response, { status: 400, code: 100, subcode: 33 });
  }

  private async messages(body: GraphJson, response: ServerResponse): Promise<void> {
    if (body.status === 'read') return this.mark(body, response);
    const delivery = deliveryOf(body);
    const refusal = this.refusalFor(delivery);
    if (refusal) return refuse(response, refusal);
    this.phones.deliveries.push(delivery);
    this.tellStatuses(delivery);
    if (this.faults.loseAnswers) {
      await this.webhook.idle();
      response.destroy();
    } else if (this.faults.pageInstead !== null) {
      response.writeHead(this.faults.pageInstead, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    } else {
      reply(response, { messaging_product: 'whatsapp', messages: [{ id: delivery.wamid }] });
    }
  }

  private refusalFor({ callback, to, body, type }: GraphDelivery): GraphError | null {
    if (this.faults.error) return this.faults.error;
    const tried = this.tried.has(callback.split('.')[0] ?? '');
    this.tried.add(callback.split('.')[0] ?? '');
    if (this.faults.refuseFirst && !tried) return { status: 500, code: 131000, isTransient: true };
    if (type === 'text' && body.length > 4_096) return { status: 400, code: 100 };
    return this.faults.limits ? this.limits.refusalFor(to) : null;
  }

  private tellStatuses(delivery: GraphDelivery): void {
    const statuses = this.faults.reverseStatuses ? STATUSES.toReversed() : STATUSES;
    const tell = (): void => {
      for (const status of statuses) void this.tell(delivery, status);
    };
    if (this.faults.holdStatuses) this.held.push(tell);
    else tell();
  }

  private mark({ message_id: id, typing_indicator: typing }: GraphJson, response: ServerResponse): void {
    const writer = this.phones.writerOf(String(id));
    if (!writer) return refuse(response, { status: 400, code: 131009 });
    this.phones.read.push(String(id));
    if (typing) this.phones.typing.push(writer);
    reply(response, { success: true });
  }

  private async upload(form: FormData, response: ServerResponse): Promise<void> {
    const file = form.get('file');
    if (!(file instanceof Blob)) return refuse(response, { status: 400, code: 100 });
    const id = String(1_000_000 + this.media.size);
    this.media.set(id, { mimeType: form.get('type') as string, data: Buffer.from(await file.arrayBuffer()) });
    reply(response, { id });
  }

  private mediaInfo(id: string, response: ServerResponse): void {
    const { mimeType, data } = this.media.get(id)!;
    reply(response, { id, url: `${this.url}/files/${id}`, mime_type: mimeType, file_size: data.length });
  }

  private file(id: string, response: ServerResponse): void {
    const stored = this.media.get(id);
    if (stored) response.writeHead(200, { 'content-type': stored.mimeType }).end(stored.data);
    else response.writeHead(404).end();
  }

  private async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async stop(): Promise<void> {
    if (!this.server.listening) return;
    const stopped = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await stopped;
  }
}

function deliveryOf(request: GraphJson): GraphDelivery {
  const type = String(request.type);
  const part = request[type] as Readonly<Record<string, string>>;
  const context = request.context as { message_id?: string } | undefined;
  return {
    wamid: `wamid.${randomBytes(16).toString('base64')}`,
    to: String(request.to).replace(/\D/g, ''),
    type,
    body: part.body ?? part.caption ?? part.name ?? part.emoji ?? '',
    callback: String((request.biz_opaque_callback_data as string | undefined) ?? ''),
    quotedWamid: context?.message_id ?? null,
    request,
  };
}

function reply(response: ServerResponse, body: GraphJson): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, { status, code, subcode, isTransient = false }: GraphError): void {
  const error = { message: `(#${code}) refused`, type: 'OAuthException', code, error_subcode: subcode };
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { ...error, is_transient: isTransient } }));
}

async function jsonOf(request: IncomingMessage): Promise<GraphJson> {
  return JSON.parse((await bodyOf(request)).toString()) as GraphJson;
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(new Uint8Array(await bodyOf(request)), { headers }).formData();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
