import { isObject, objectIn, type Json } from '../json.js';
import { GraphFailure } from './graph-failure.js';

/** The longest wait for an answer, and for all of an attachment. Ms. */
const TIMEOUT_MS = 30_000;
const DOWNLOAD_MS = 300_000;

/** Where Meta keeps attachments: the token goes to nobody else. */
const META_HOST = /\.(?:fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/;

/** What a connection says that never came to be: nothing was written to it. */
const NEVER_LEFT = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
]);

export interface GraphClientOptions {
  readonly token: string;
  readonly phoneNumberId: string;
  readonly graphUrl: string;
  /** As in `v25.0`. */
  readonly version: string;
  readonly timeoutMs?: number;
}

/** Requests to Meta's Graph API for one phone number. Every failure is a `GraphFailure`. */
export class GraphClient {
  constructor(private readonly options: GraphClientOptions) {}

  /** What Graph says of our number. */
  async number(signal: AbortSignal): Promise<Json> {
    const url = `${this.url(this.options.phoneNumberId)}?fields=display_phone_number`;
    return this.answer(await this.request(url, { signal: this.limited(signal) }));
  }

  async media(id: string): Promise<Json> {
    return this.answer(await this.request(this.url(id), { signal: this.limited() }));
  }

  /** Posts to an edge of the number: `messages`, `media`. */
  async post(edge: string, body: Json | FormData): Promise<Json> {
    const init = body instanceof FormData ? { body } : jsonBody(body);
    return this.answer(
      await this.request(`${this.url(this.options.phoneNumberId)}/${edge}`, {
        method: 'POST',
        signal: this.limited(),
        ...init,
      }),
    );
  }

  /** The answer at an address that Graph gave us; the token goes along. */
  async open(url: string): Promise<Response> {
    const { protocol, hostname, origin } = new URL(url);
    const isMeta = protocol === 'https:' && META_HOST.test(hostname);
    if (!isMeta && origin !== new URL(this.options.graphUrl).origin) throw new GraphFailure({ heard: 'no' });
    const response = await this.request(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (response.ok) return response;
    throw refusal(response.status, {}, response.headers);
  }

  private url(id: string): string {
    const { graphUrl, version } = this.options;
    return `${graphUrl.replace(/\/+$/, '')}/${version}/${encodeURIComponent(id)}`;
  }

  private limited(signal?: AbortSignal): AbortSignal {
    const timeout = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    return signal ? AbortSignal.any([signal, timeout]) : timeout;
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      authorization: `Bearer ${this.options.token}`,
    };
    try {
      // A redirect could carry the token to somebody else.
      return await fetch(url, { ...init, headers, redirect: 'error' });
    } catch (error) {
      throw new GraphFailure({ heard: neverLeft(error) ? 'no' : 'maybe', cause: error });
    }
  }

  private async answer(response: Response): Promise<Json> {
    const { status } = response;
    const body = await readJson(response);
    if (body && 'error' in body) throw refusal(status, objectIn(body, 'error'), response.headers);
    if (body && response.ok) return body;
    // Between us and Graph there are machines that fail by themselves, after a request has passed them.
    if (response.ok || status >= 500) throw new GraphFailure({ heard: 'maybe', status });
    throw refusal(status, {}, response.headers);
  }
}

function jsonBody(body: Json): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function readJson(response: Response): Promise<Json | null> {
  try {
    const body: unknown = await response.json();
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}

function refusal(status: number, error: Json, headers: Headers): GraphFailure {
  return new GraphFailure({
    heard: 'refused',
    status,
    code: numberIn(error, 'code'),
    subcode: numberIn(error, 'error_subcode'),
    transient: error.is_transient === true || (status >= 500 && error.is_transient !== false),
    retryAfterSeconds: Number(headers.get('retry-after')) || undefined,
  });
}

function numberIn(object: Json, key: string): number | undefined {
  const value = Number(object[key]);
  return Number.isInteger(value) && object[key] !== null ? value : undefined;
}

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return cause.errors.every((each) => NEVER_LEFT.has(codeOf(each)));
  return NEVER_LEFT.has(codeOf(cause));
}

function codeOf(error: unknown): string {
  return isObject(error) && typeof error.code === 'string' ? error.code : '';
}
