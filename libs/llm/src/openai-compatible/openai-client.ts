import { OpenAI } from 'openai';

import { readableErrors } from './readable-errors.js';

export interface OpenAiConnection {
  /** With its version: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** None for a server of one's own that takes none. */
  readonly apiKey?: string;
  /** Longest wait for an answer to begin, in milliseconds. */
  readonly timeoutMs: number;
}

/** The SDK's client, which tries once and reads nothing from the environment. */
export function openAiClient({ baseUrl, apiKey, timeoutMs }: OpenAiConnection): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    // Would otherwise come from the environment, as would headers of its own: ours wins. The log quotes bodies, so it is off.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    defaultHeaders: { Authorization: apiKey ? `Bearer ${apiKey}` : null },
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: readableErrors(fetch),
  });
}
