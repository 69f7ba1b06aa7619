import type { OpenAiBody } from './openai-body.js';

/** Whose strictness the test server shows. */
export type OpenAiFlavour = 'openai' | 'groq' | 'gemini' | 'mistral' | 'ollama' | 'plain';

export interface Refusal {
  readonly status: number;
  readonly body: object;
}

const FIELDS = new Set([
  ...['model', 'messages', 'max_tokens', 'max_completion_tokens', 'stream', 'stream_options', 'temperature', 'top_p'],
  ...['frequency_penalty', 'presence_penalty', 'reasoning_effort', 'response_format'],
]);
const STRICT_SCHEMA_FIELDS = new Set([
  ...['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf', 'description'],
]);

/** Why the real server would not take this body, in its own words and form; undefined when it would take it. */
export function refusalByRules(body: OpenAiBody, flavour: OpenAiFlavour): Refusal | undefined {
  const wrong = wrongAnywhere(body);
  if (wrong) return refused(wrong);
  switch (flavour) {
    case 'openai':
      return byOpenAi(body);
    case 'groq':
      return byGroq(body);
    case 'gemini':
      return byGemini(body);
    case 'mistral':
      return byMistral(body);
    case 'plain':
      return body.response_format ? refused("response_format is not supported by this server's backend") : undefined;
    case 'ollama':
      return undefined;
  }
}

function wrongAnywhere(body: OpenAiBody): string | undefined {
  const { model, messages } = body;
  if (typeof model !== 'string' || !Array.isArray(messages) || messages.length === 0)
    return 'model, messages: required';
  const unknown = Object.keys(body).find((field) => !FIELDS.has(field));
  if (unknown) return `Unrecognized request argument supplied: ${unknown}`;
  const turns = body.messages.filter(({ role }) => role !== 'system');
  if (body.messages.length - turns.length > 1) return 'messages: one system message at most';
  if (body.messages.some(({ content }) => typeof content !== 'string' || content === ''))
    return 'messages: empty content';
  if (turns.some(({ role }, index) => role !== (index % 2 === 0 ? 'user' : 'assistant'))) {
    return 'Conversation roles must alternate user/assistant/user/assistant/...';
  }
  return turns.at(-1)?.role === 'user' ? undefined : 'messages: the last one must be from the user';
}

function byOpenAi(body: OpenAiBody): Refusal | undefined {
  const thinks = /^(o\d|gpt-5)/.test(body.model);
  if (thinks && body.max_tokens !== undefined) {
    return refused(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
    );
  }
  const sampled = (['temperature', 'top_p', 'frequency_penalty', 'presence_penalty'] as const).find(
    (field) => body[field] !== undefined,
  );
  if (thinks && sampled)
    return refused(`Unsupported parameter: '${sampled}' is not supported with this model.`, sampled);
  if (!thinks && body.reasoning_effort) return refused('Unrecognized request argument supplied: reasoning_effort');
  const schema = body.response_format?.json_schema;
  const problem = schema && strictProblem(schema.schema as Schema);
  return problem
    ? refused(`Invalid schema for response_format '${schema.name}': ${problem}`, 'response_format')
    : undefined;
}

function byGroq(body: OpenAiBody): Refusal | undefined {
  const { response_format: format, messages, model } = body;
  if (format?.type === 'json_schema' && !/gpt-oss|kimi/.test(model)) {
    return refused('This model does not support response format `json_schema`. See supported models at our docs.');
  }
  if (format?.type === 'json_object' && !messages.some(({ content }) => /json/i.test(content))) {
    return refused(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    );
  }
  return undefined;
}

/** Gemini's errors come in a list. */
function byGemini(body: OpenAiBody): Refusal | undefined {
  if (body.frequency_penalty === undefined && body.presence_penalty === undefined) return undefined;
  const error = { code: 400, message: `Penalty is not enabled for models/${body.model}`, status: 'INVALID_ARGUMENT' };
  return { status: 400, body: [{ error }] };
}

/** FastAPI's form. */
function byMistral(body: OpenAiBody): Refusal | undefined {
  const extra = (['max_completion_tokens', 'stream_options', 'reasoning_effort'] as const).find(
    (field) => body[field] !== undefined,
  );
  if (!extra) return undefined;
  return {
    status: 422,
    body: { detail: [{ type: 'extra_forbidden', loc: ['body', extra], msg: 'Extra inputs are not permitted' }] },
  };
}

type Schema = Readonly<Record<string, unknown>>;

function strictProblem(schema: Schema): string | undefined {
  const unknown = Object.keys(schema).find((keyword) => !STRICT_SCHEMA_FIELDS.has(keyword));
  if (unknown) return `'${unknown}' is not permitted.`;
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  if (schema.type === 'object' && schema.additionalProperties !== false) return "'additionalProperties' must be false.";
  const required = (schema.required ?? []) as readonly string[];
  if (properties.some(([name]) => !required.includes(name))) return "'required' must name every property.";
  const inner = [...properties.map(([, one]) => one), ...(schema.items ? [schema.items as Schema] : [])];
  return inner.map(strictProblem).find((problem) => problem !== undefined);
}

function refused(message: string, param: string | null = null): Refusal {
  return { status: 400, body: { error: { message, type: 'invalid_request_error', param, code: null } } };
}
