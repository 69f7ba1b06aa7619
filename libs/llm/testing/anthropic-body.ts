interface SystemBlock {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: { readonly type: string };
}

/** A body of `POST /v1/messages`, as far as tests look at it. */
export interface AnthropicBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly stream?: boolean;
  readonly system?: readonly SystemBlock[];
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly thinking?: { readonly type: string };
  readonly output_config?: { readonly format?: { readonly type: string; readonly schema: object } };
}
