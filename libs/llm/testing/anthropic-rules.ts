interface Body {
  readonly model?: unknown;
  readonly max_tokens?: unknown;
  readonly messages?: readonly { readonly role: string; readonly content: unknown }[];
  readonly thinking?: { readonly type: string };
  readonly system?: readonly { readonly text: string }[];
  readonly output_config?: { readonly format?: { readonly schema?: { readonly additionalProperties?: unknown } } };
}

/** Settings that each make the real API answer 400 on current models. */
const REFUSED_FIELDS = ['temperature', 'top_p', 'top_k'];

/** Why the real API would refuse this body with a 400, or undefined when it would take it. */
export function refusalOf(body: unknown): string | undefined {
  const { model, max_tokens: maxTokens, messages, thinking, system, output_config: output } = body as Body;
  if (typeof model !== 'string' || typeof maxTokens !== 'number' || maxTokens < 1)
    return 'model and max_tokens: required';
  const refused = REFUSED_FIELDS.find((field) => field in (body as object));
  if (refused) return `${refused}: not supported`;
  if (!messages?.length || messages[0]?.role !== 'user') return 'messages: first must be from the user';
  if (messages.at(-1)?.role !== 'user') return 'messages: prefill is not supported';
  if (messages.some(({ content }) => content === '')) return 'messages: text must not be empty';
  if (system?.some(({ text }) => text === '')) return 'system: text must not be empty';
  if (thinking?.type === 'disabled' && model.startsWith('claude-sonnet-5-5')) return 'thinking: use between_tools';
  if (thinking?.type === 'between_tools' && !model.startsWith('claude-sonnet-5-5')) return 'thinking: not supported';
  const schema = output?.format?.schema;
  return schema && schema.additionalProperties !== false
    ? 'output_config: additionalProperties must be false'
    : undefined;
}
