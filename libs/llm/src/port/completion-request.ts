/** What an answer is for. Decides the model, and is the label of its metrics. */
export type Purpose = 'chat' | 'tagging' | 'extraction' | 'summary' | 'embedding';

/** One part of the system prompt. Stable sections come first: they are the same from call to call, so the provider caches them. */
export interface PromptSection {
  readonly text: string;
  readonly stable: boolean;
}

/** One turn of the conversation, oldest first. */
export interface PromptMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** One question to a model. */
export interface CompletionRequest {
  readonly purpose: Purpose;
  readonly system: readonly PromptSection[];
  /** At least one, and the last one from the user. */
  readonly messages: readonly PromptMessage[];
  /** Longest answer in tokens. Defaults to `LLM_MAX_TOKENS`. */
  readonly maxTokens?: number;
  /** How freely it answers, 0-2. None: `LLM_TEMPERATURE` for `chat`, 0 for everything else. A provider that takes none is sent none. */
  readonly temperature?: number;
  /** From what share of the likely words it chooses, 0-1. None: `LLM_TOP_P` for `chat`. */
  readonly topP?: number;
  /** Against repeating words and for new subjects, -2 to 2. None: `LLM_FREQUENCY_PENALTY`, `LLM_PRESENCE_PENALTY` for `chat`. */
  readonly frequencyPenalty?: number;
  readonly presencePenalty?: number;
  /** A model of the provider by its name. None: the one that the settings choose for the purpose. A fallback provider takes its own. */
  readonly model?: string;
  /** Ends the call with `llm.aborted`. */
  readonly signal?: AbortSignal;
  /** Whose budget pays: our id of the contact. Never sent to a provider. */
  readonly contactId?: string;
  /** BCP 47 tag of the language to answer in, when it is known. */
  readonly locale?: string;
}
