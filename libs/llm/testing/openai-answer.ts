/** How the OpenAI-compatible test server answers one request. */
export type OpenAiAnswer =
  /** A text, whole or streamed as asked. `pauseAfterFirst` holds a stream until it resolves: behind its first word, or behind `pauseAfterWords`. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly finishReason?: string;
      readonly refusal?: string;
      readonly pauseAfterFirst?: Promise<void>;
      readonly pauseAfterWords?: number;
    }
  /** An error by status, with the provider's own words, which must never come through. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message?: string;
      readonly code?: string;
      readonly retryAfter?: string;
      /** More of the error object, such as `failed_generation`. */
      readonly more?: object;
    }
  /** A stream that is over after that many events: its connection dies, or it ends as if that were all. */
  | { readonly kind: 'cut'; readonly text: string; readonly afterEvents: number; readonly gracefully?: boolean }
  /** A stream that ends with an error event after its text. */
  | { readonly kind: 'error-event'; readonly text: string; readonly code: string }
  /** Status 200 with this body, as JSON by its header. */
  | { readonly kind: 'body'; readonly body: string }
  /** Nothing, ever. */
  | { readonly kind: 'hang' };
