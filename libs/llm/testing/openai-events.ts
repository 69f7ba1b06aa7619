export interface OpenAiUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details: { readonly cached_tokens: number };
}

export interface OpenAiCompletion {
  readonly id: string;
  readonly object: 'chat.completion';
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: 0;
    readonly message: { readonly role: 'assistant'; readonly content: string | null; readonly refusal: string | null };
    readonly finish_reason: string;
    readonly logprobs: null;
  }[];
  readonly usage: OpenAiUsage;
}

/** The server-sent events of a completion, as they go over the wire: role, pieces, reason, usage when it was asked for, the end. */
export function chunksOf(completion: OpenAiCompletion, includeUsage: boolean): string[] {
  const [choice] = completion.choices;
  const { content, refusal } = choice?.message ?? { content: '', refusal: null };
  const pieces = (content ?? '').match(/\s*\S+\s*/g) ?? [];
  const chunk = (delta: object, reason: string | null = null) =>
    event({ ...head(completion), choices: [{ index: 0, delta, finish_reason: reason }] });
  return [
    chunk({ role: 'assistant', content: '' }),
    ...pieces.map((text) => chunk({ content: text })),
    ...(refusal ? [chunk({ refusal })] : []),
    chunk({}, choice?.finish_reason ?? 'stop'),
    ...(includeUsage ? [event({ ...head(completion), choices: [], usage: completion.usage })] : []),
    'data: [DONE]\n\n',
  ];
}

export function errorChunk(code: string, message: string): string {
  return event({ error: { message, type: code, code } });
}

function head({ id, created, model }: OpenAiCompletion): object {
  return { id, object: 'chat.completion.chunk', created, model };
}

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
