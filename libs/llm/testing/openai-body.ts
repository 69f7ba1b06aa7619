/** A body of `POST /chat/completions`, as far as tests look at it. */
export interface OpenAiBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly temperature?: number;
  readonly top_p?: number;
  readonly frequency_penalty?: number;
  readonly presence_penalty?: number;
  readonly reasoning_effort?: string;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly schema: object; readonly strict?: boolean };
  };
}

/** A body of `POST /embeddings`. */
export interface EmbeddingsBody {
  readonly model: string;
  readonly input: readonly string[];
  readonly encoding_format?: string;
}
