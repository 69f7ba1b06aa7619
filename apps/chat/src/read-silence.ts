import { AppError } from '#kernel';

import type { SecretaryClient } from './secretary-client.js';

/** What the secretary knows about a message that has no answer yet. */
export interface Silence {
  /** How the message was routed; null when it was not stored. */
  readonly message: { readonly route: string | null; readonly route_reason: string | null } | null;
  /** The chat's latest turn. */
  readonly turn: TurnView | null;
  readonly model: { readonly status: string } | null;
}

export interface TurnView {
  readonly state: 'pending' | 'answered' | 'silent';
  readonly reason: string | null;
  readonly attempts: number;
  readonly outbox: readonly { readonly id: string; readonly state: string; readonly reason: string | null }[];
}

type StoredMessage = NonNullable<Silence['message']> & { readonly external_id: string };

/** More than anybody types while waiting. */
const RECENT = 50;

export async function readSilence(
  secretary: Pick<SecretaryClient, 'json'>,
  phone: string,
  messageId: string,
): Promise<Silence> {
  const chat = `/api/conversations/chats/${encodeURIComponent(phone)}`;
  try {
    const { messages } = await secretary.json<{ messages: StoredMessage[] }>(`${chat}/messages?limit=${RECENT}`);
    const { turns } = await secretary.json<{ turns: TurnView[] }>(`${chat}/turns?limit=1`);
    const message = messages.find(({ external_id: id }) => id === messageId) ?? null;
    return { message, turn: turns[0] ?? null, model: await modelOf(secretary) };
  } catch (error) {
    if (error instanceof AppError && error.details?.code === 'chat.not-found') {
      return { message: null, turn: null, model: null };
    }
    throw error;
  }
}

/** Null when the health is not told, as when a service is down. */
async function modelOf(secretary: Pick<SecretaryClient, 'json'>): Promise<Silence['model']> {
  try {
    const { services } = await secretary.json<{ services?: { llm?: { status: string } } }>('/health');
    return services?.llm ?? null;
  } catch {
    return null;
  }
}
