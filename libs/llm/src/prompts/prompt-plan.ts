import type { PromptMessage, PromptSection } from '../port/completion-request.js';
import type { CutEnd } from './cut-text.js';

interface PlannedPart {
  /** What reports call it. */
  readonly name: string;
  /** The same from call to call: it stands first, and the provider caches it. */
  readonly stable: boolean;
  /** It is never longer than this, however much room there is. */
  readonly maxTokens?: number;
  /** 0-10, how much it matters when not everything fits: the least is cut first. */
  readonly priority: number;
  /** Text of people: it is cut first, then marked with this label (`asData`), so that a cut never loses the mark. */
  readonly data?: string;
}

/** A part of the system prompt that is one text. */
export interface TextPart extends PlannedPart {
  readonly text: string;
  /** The end that matters least. `never` keeps it whole: the instructions. Default: its end. */
  readonly cut?: CutEnd | 'never';
}

/** A part of the system prompt that is a list: what does not fit goes item by item, the lowest priority first. */
export interface ListPart extends PlannedPart {
  /** Our own words above the items; no items, no heading. */
  readonly heading?: string;
  readonly items: readonly PromptItem[];
}

/** One line of a list; it is kept whole or not at all. */
export interface PromptItem {
  readonly text: string;
  /** Any number; of equals the last one goes first. */
  readonly priority: number;
}

/** A turn of the conversation. With `data` its content is marked as text of people, after it was cut. */
export interface PlannedMessage extends PromptMessage {
  readonly data?: string;
}

/** What goes into a prompt, and how much room there is. */
export interface PromptPlan {
  readonly sections: readonly (TextPart | ListPart)[];
  /** Oldest first, the last one from the user. The oldest go first; the last one is only ever cut. */
  readonly messages: readonly PlannedMessage[];
  /** For everything together, in tokens by `countTokens`. */
  readonly maxTokens: number;
  /** For the messages before the last one, and 0-10 how much they matter. Default: no limit of their own, 5. */
  readonly history?: { readonly maxTokens?: number; readonly priority?: number };
  /** For the last message. Default: half of the room that is left by what is never cut. */
  readonly last?: { readonly maxTokens: number };
}

/** What was shortened: its tokens before and after, 0 when nothing of it is left. */
export interface PromptCut {
  /** Name of the section; `conversation` for earlier messages, `last-message` for the last one. */
  readonly name: string;
  readonly fromTokens: number;
  readonly toTokens: number;
  /** Items or messages that went. */
  readonly dropped?: number;
}

/** A prompt that fits. Spread `system` and `messages` into a `CompletionRequest`. */
export interface AssembledPrompt {
  readonly system: readonly PromptSection[];
  readonly messages: readonly PromptMessage[];
  /** All of it, by `countTokens`. */
  readonly tokens: number;
  readonly cuts: readonly PromptCut[];
}
