import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { structuredValue, type BatchedAnswer, type BatchedQuestion } from '#llm';
import { UnlabelledMessages, type MessageToLabel, type UnlabelledQuery } from '#messaging';

import type { BatchedMessages } from './batched-messages.js';
import { CallBudget } from './call-budget.service.js';
import { tagByAnswer, type Tagged } from './tag-messages.js';
import { DOZEN, Tagging } from './tagging.service.js';
import { taggingRequest } from './tagging-request.js';

/** Most questions of one batch: their texts are in memory together. */
const MAX_QUESTIONS = 400;

/** Makes the questions of a batch, and reads their answers. */
@Injectable()
export class BatchQuestions {
  constructor(
    private readonly unlabelled: UnlabelledMessages,
    private readonly tagging: Tagging,
    private readonly budget: CallBudget,
  ) {}

  count(query: UnlabelledQuery): Promise<number> {
    return this.unlabelled.count(query);
  }

  /** Messages by the dozen, the latest first, as many as today's calls allow. */
  async gather(query: UnlabelledQuery): Promise<readonly (readonly MessageToLabel[])[]> {
    const dozens: (readonly MessageToLabel[])[] = [];
    for (let before: string | null = null; dozens.length < MAX_QUESTIONS;) {
      const page = await this.unlabelled.next(query, before, DOZEN);
      const last = page.at(-1);
      if (!last) break;
      before = last.id;
      const readable = page.filter(({ text }) => text !== null && text.trim() !== '');
      if (readable.length === 0) continue;
      if (!(await this.budget.take())) break;
      dozens.push(readable);
    }
    return dozens;
  }

  /** These were gathered, and never asked. */
  giveBack(dozens: number, gatheredAt: Date): Promise<void> {
    return this.budget.giveBack(dozens, gatheredAt);
  }

  question(key: string, messages: readonly MessageToLabel[]): BatchedQuestion {
    const texts = messages.map(({ text }) => text ?? '');
    return { key, request: taggingRequest(texts, this.tagging.taggersFor(messages)) };
  }

  /** What an answer says; null when these messages must be asked about once more. */
  read(batched: BatchedMessages, answer: BatchedAnswer): Tagged | null {
    if ('code' in answer) return null;
    const messages = batched.map(({ readAt, ...message }) => ({ ...message, text: null, readAt: new Date(readAt) }));
    const { schema } = taggingRequest([], this.tagging.taggersFor(messages));
    try {
      const said = structuredValue(schema, answer.completion);
      return tagByAnswer(messages, this.tagging.taggers, { model: answer.completion.model.slice(0, 100), said });
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}
