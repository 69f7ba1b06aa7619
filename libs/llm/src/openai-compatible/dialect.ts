/** How one model of one server wants to be asked. What it does not know is left out of the request. */
export interface Dialect {
  readonly longest: 'max_tokens' | 'max_completion_tokens';
  /** Whether `longest` is the second one that was tried. */
  readonly longestSwapped: boolean;
  /** Whether it takes `temperature` and `top_p`. */
  readonly sampling: boolean;
  /** Whether it takes `frequency_penalty` and `presence_penalty`. */
  readonly penalties: boolean;
  /** `reasoning_effort`, for a model that thinks before it answers. */
  readonly effort: 'low' | undefined;
  /** Tokens on top of the longest answer: thinking counts towards it. */
  readonly extraTokens: number;
  /** How JSON is asked for: by schema, as any JSON object, or in words alone. */
  readonly json: 'schema' | 'object' | 'words';
  /** Whether it takes `stream_options`, which brings the usage of a stream. */
  readonly streamUsage: boolean;
}

const THINKING_TOKENS = 4_096;

/**
 * Servers that want `max_completion_tokens`: at OpenAI the old name is refused by models that think, at Groq it is deprecated.
 * Everybody else knows `max_tokens`; Ollama and LM Studio know only that and silently ignore the other one.
 * Source: the API references of OpenAI and Groq; github.com/ollama/ollama/issues/7125.
 */
const NEW_NAME = /(^|\.)(openai\.com|openai\.azure\.com|groq\.com)$/;

/** Models that think, refuse sampling, and take an effort: o1, o3, o4-mini, gpt-5… but not their chat variants. */
const THINKS_WITHOUT_SAMPLING = /^(openai\/)?(o\d|gpt-5)(?!.*\bchat\b)/;
/** Models that think and take an effort beside everything else. Gemini refuses penalties ("Penalty is not enabled for this model"). */
const THINKS = /^(models\/|google\/)?gemini-(2\.5|[3-9])|gpt-oss/;
/** Models that think into their answer, between `<think>` marks. */
const THINKS_ALOUD = /deepseek-r1|qwq|qwen-?3|magistral/i;

/** How a model is asked first; what it then refuses is left out by `simplerDialect`. */
export function dialectOf(baseUrl: string, model: string): Dialect {
  const { hostname } = new URL(baseUrl);
  const unsampled = THINKS_WITHOUT_SAMPLING.test(model);
  const effort = unsampled || THINKS.test(model);
  return {
    longest: NEW_NAME.test(hostname) ? 'max_completion_tokens' : 'max_tokens',
    longestSwapped: false,
    sampling: !unsampled,
    penalties: !unsampled && !model.includes('gemini'),
    effort: effort ? 'low' : undefined,
    extraTokens: effort || THINKS_ALOUD.test(model) ? THINKING_TOKENS : 0,
    json: 'schema',
    streamUsage: true,
  };
}

const UNKNOWN_FIELD =
  /unsupported|not supported|unknown|unrecogni[sz]ed|not permitted|extra|unexpected|instead|cannot find/i;

/**
 * The dialect without what a server has just refused (400 or 422), or undefined when the refusal names nothing that can be left
 * out. `refusal` is what the server wrote; `sent` the fields of the request. Each step drops something for good, so there is an end.
 */
export function simplerDialect(dialect: Dialect, refusal: string, sent: ReadonlySet<string>): Dialect | undefined {
  const names = (pattern: RegExp, ...fields: string[]) =>
    pattern.test(refusal) && fields.some((field) => sent.has(field));

  if (
    names(
      /response_format|response format|json_schema|json_object|json mode|structured output|schema/i,
      'response_format',
    )
  ) {
    return { ...dialect, json: dialect.json === 'schema' ? 'object' : 'words' };
  }
  if (names(/max_(completion_)?tokens/, dialect.longest) && UNKNOWN_FIELD.test(refusal) && !dialect.longestSwapped) {
    const longest = dialect.longest === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    return { ...dialect, longest, longestSwapped: true };
  }
  if (names(/penalty|penalties/i, 'frequency_penalty', 'presence_penalty')) return { ...dialect, penalties: false };
  if (names(/temperature|top_p/, 'temperature', 'top_p')) return { ...dialect, sampling: false };
  if (names(/reasoning/i, 'reasoning_effort')) return { ...dialect, effort: undefined };
  if (names(/stream_options|include_usage/, 'stream_options')) return { ...dialect, streamUsage: false };
  return undefined;
}
