/** Longest part of an error body that is looked at, in characters. */
const LONGEST = 8_000;

/**
 * The SDK reads errors of the form `{ error: { message } }`. Gemini puts that into a list, and servers made with FastAPI (vLLM,
 * Mistral) say `{ detail: … }`: their bodies get the form that the SDK reads, so that we can tell which field was refused.
 */
export function readableErrors(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init).catch((error: unknown) => {
      throw init?.signal?.aborted ? aborted() : error;
    });
    if (response.ok || !response.headers.get('content-type')?.includes('json')) return response;
    const { status, statusText, headers } = response;
    const body = JSON.stringify(readable((await response.text()).slice(0, LONGEST)));
    return new Response(body, { status, statusText, headers: withoutLength(headers) });
  };
}

/** The SDK tells a timeout by this name, on an error that is `instanceof` its own realm's `Error`. */
function aborted(): Error {
  return Object.assign(new Error('aborted'), { name: 'AbortError' });
}

function readable(text: string): object {
  const body = parsed(text);
  const inner: unknown = Array.isArray(body) ? body[0] : body;
  const error = (inner as { readonly error?: unknown } | null | undefined)?.error;
  return { error: typeof error === 'object' && error !== null ? error : { message: text } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Length and encoding were those of the body that was read. */
function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-length');
  kept.delete('content-encoding');
  return kept;
}
