import type { OpenAI } from 'openai';

import type { Completion, StopReason, Usage } from '../port/completion.js';
import { estimatedUsage, stopReasonOf, usageOf, type PromptTurns } from './openai-completion.js';
import { ThinkingFilter } from './thinking-filter.js';

/** An answer that comes in chunks: what of each may be shown, and in the end the whole. */
export class StreamedAnswer {
  private readonly thinking = new ThinkingFilter();
  /** What the model wrote, thoughts included, and what of it is the answer. */
  private written = '';
  private text = '';
  private usage: Usage | undefined;
  private refused = false;
  private stopReason: StopReason | undefined;

  constructor(private model: string) {}

  /** Whether the answer has come to its end. Its usage may still follow. */
  get isWhole(): boolean {
    return this.stopReason !== undefined;
  }

  /** The part of a chunk that belongs to the answer. Servers leave out what they have nothing to say about. */
  take({ model, usage, choices }: Partial<OpenAI.Chat.ChatCompletionChunk>): string {
    if (model) this.model = model;
    if (usage) this.usage = usageOf(usage);
    const choice: Partial<OpenAI.Chat.ChatCompletionChunk.Choice> | undefined = choices?.[0];
    const { content, refusal } = choice?.delta ?? {};
    if (refusal) this.refused = true;
    if (choice?.finish_reason) this.stopReason = stopReasonOf(choice.finish_reason);
    this.written += content ?? '';
    return this.pass(this.thinking.push(content ?? ''));
  }

  /** What was held back until the end. */
  rest(): string {
    return this.pass(this.thinking.finish());
  }

  completion(prompt: PromptTurns, durationMs: number): Completion {
    const { text, model, written, refused, stopReason = 'end' } = this;
    const usage = this.usage ?? estimatedUsage(prompt, written);
    return { text, stopReason: refused ? 'refusal' : stopReason, model, usage, durationMs };
  }

  private pass(piece: string): string {
    this.text += piece;
    return piece;
  }
}
