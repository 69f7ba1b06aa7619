import { ChatError } from '../chat-error.js';
import type { FieldFault } from '../socket/chat-events.js';

interface Outcome<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 * @throws ChatError with the code of the problem that came instead
 */
export async function answered<Data>(asked: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  const {
    code = `http.${response.status}`,
    detail = response.statusText,
    errors,
  } = (error ?? {}) as {
    readonly code?: string;
    readonly detail?: string;
    readonly errors?: readonly FieldFault[];
  };
  const retryAfter = Number(response.headers.get('retry-after'));
  throw new ChatError(code, detail, retryAfter > 0 ? retryAfter : undefined, errors);
}
