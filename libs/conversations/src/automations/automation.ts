import type { Category, Sentiment } from '#messaging';

/** A label counts from this confidence on, unless its condition says otherwise: what is hardly known is not acted upon. */
export const SURE = 0.5;

/** What must be true of a message. As it is stored, and as the API takes and shows it. */
export type Condition =
  | { readonly kind: 'tag'; readonly tag: string; readonly min_confidence?: number }
  | { readonly kind: 'category'; readonly category: Category; readonly min_confidence?: number }
  | { readonly kind: 'sentiment'; readonly sentiment: Sentiment; readonly min_confidence?: number }
  /** Any of these words or phrases. */
  | { readonly kind: 'keyword'; readonly words: readonly string[] }
  /** The first that this contact ever wrote in this chat. */
  | { readonly kind: 'first_message' }
  /** For so long nobody has written in the chat after it. */
  | { readonly kind: 'no_answer'; readonly hours: number };

export type ScopedKind = 'direct' | 'group';

/** In which chats. What is left out does not restrict. */
export interface AutomationScope {
  readonly chat_ids?: readonly string[];
  readonly kind?: ScopedKind;
}

export interface AutomationWhen {
  readonly all: readonly Condition[];
  readonly scope?: AutomationScope;
}

/** What is done then. Each kind at most once. */
export type Action =
  | { readonly kind: 'tag'; readonly tags: readonly string[] }
  | { readonly kind: 'notify' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'archive' }
  | WebhookAction;

export interface WebhookAction {
  readonly kind: 'webhook';
  readonly url: string;
  /** The message's text goes along. Otherwise ids and labels only. */
  readonly include_text: boolean;
}

export type ActionKind = Action['kind'];

/** Whether it is the clock that brings it about, and not a message. */
export function waitsForSilence({ all }: AutomationWhen): boolean {
  return all.some(({ kind }) => kind === 'no_answer');
}

/** How long nobody may have answered, in hours; 0 when it does not wait for that. */
export function hoursOfSilence({ all }: AutomationWhen): number {
  return Math.max(0, ...all.map((condition) => (condition.kind === 'no_answer' ? condition.hours : 0)));
}

/** Whether it is about what taggers say of a message. */
export function isAboutLabels({ kind }: Condition): boolean {
  return kind === 'tag' || kind === 'category' || kind === 'sentiment';
}

/** Whether it needs to know more of a message than its text. */
export function needsLabels({ all }: AutomationWhen, actions: readonly Action[]): boolean {
  return (
    all.some(isAboutLabels) ||
    // What the operator says of a message closes it to the taggers: they must have had their say before.
    actions.some(({ kind }) => kind === 'tag')
  );
}
