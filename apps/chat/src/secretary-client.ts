import { keyRefused, noSimulator, notRunning, notSecretary, refused } from './chat.errors.js';

/** Whatever listens and takes longer to say anything is not the secretary. Ms. */
const PATIENCE_MS = 10_000;
/** How fetch names what it did not understand, and a connection that was closed on it. */
const SPOKE = /^(HPE_\w+|UND_ERR_SOCKET|ECONNRESET)$/;

/** Speaks HTTP to a running secretary. Every failure is an AppError of one line that says what to do. */
export class SecretaryClient {
  constructor(private readonly options: { readonly url: string; readonly key: string }) {}

  async json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await this.request(path, init);
    return (await response.json().catch(() => {
      throw notSecretary(this.options.url);
    })) as T;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.reach(path, init);
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (!problem) throw notSecretary(this.options.url);
    if (response.status === 401 || response.status === 403) throw keyRefused();
    if (problem.code === 'request.no-such-route') throw noSimulator(this.options.url);
    throw refused(response.status, problem);
  }

  private async reach(path: string, init: RequestInit): Promise<Response> {
    const { url, key } = this.options;
    const patience = new AbortController();
    const timer = setTimeout(() => {
      patience.abort();
    }, PATIENCE_MS);
    try {
      return await fetch(url + path, {
        ...init,
        headers: { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${key}` },
        signal: init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal,
      });
    } catch (error) {
      throw patience.signal.aborted || wasConnected(error) ? notSecretary(url) : notRunning(url);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Somebody took the connection, and then spoke another language or hung up. */
function wasConnected(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return SPOKE.test(String(cause?.code));
}

/** Everything that the secretary refuses, it refuses in this form; undefined for anybody else's answer. */
async function problemOf(response: Response): Promise<{ readonly code: string; readonly detail: string } | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  const { code, detail } = (await response.json().catch(() => ({}))) as { code?: unknown; detail?: unknown };
  return typeof code === 'string' && typeof detail === 'string' ? { code, detail } : undefined;
}
