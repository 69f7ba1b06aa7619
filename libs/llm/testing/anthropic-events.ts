export interface AnthropicUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
}

export interface AnthropicMessage {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly stop_reason: string;
  readonly stop_sequence: null;
  readonly usage: AnthropicUsage;
}

/** One server-sent event, as it goes over the wire. */
export interface AnthropicEvent {
  readonly type: string;
  readonly wire: string;
}

/** The events of a message in the true order: start, ping, block start, pieces, block stop, delta, stop. */
export function eventsOf(message: AnthropicMessage): AnthropicEvent[] {
  const text = message.content[0]?.text ?? '';
  const pieces = text.match(/\s*\S+\s*/g) ?? [];
  const started = { ...message, content: [], stop_reason: null, usage: { ...message.usage, output_tokens: 1 } };
  return [
    event('message_start', { message: started }),
    event('ping', {}),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    ...pieces.map((piece) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } })),
    event('content_block_stop', { index: 0 }),
    event('message_delta', {
      delta: { stop_reason: message.stop_reason, stop_sequence: null },
      usage: { output_tokens: message.usage.output_tokens },
    }),
    event('message_stop', {}),
  ];
}

export function errorEvent(type: string, message: string): AnthropicEvent {
  return event('error', { error: { type, message } });
}

function event(type: string, data: object): AnthropicEvent {
  return { type, wire: `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n` };
}
