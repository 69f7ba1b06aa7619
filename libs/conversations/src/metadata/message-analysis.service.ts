import { Injectable } from '@nestjs/common';

import { MessageLabels, UnlabelledMessages, type LabelledMessageView } from '#messaging';

import { CallBudget } from './call-budget.service.js';
import { budgetReached } from './metadata.errors.js';
import { DOZEN, Tagging } from './tagging.service.js';

/** A message with what is known about it now. */
export type AnalyzedMessage = LabelledMessageView;

/** Analyzes messages at once, whatever is known about them already. What the operator said of them stays. */
@Injectable()
export class MessageAnalysis {
  constructor(
    private readonly messages: UnlabelledMessages,
    private readonly tagging: Tagging,
    private readonly labels: MessageLabels,
    private readonly budget: CallBudget,
  ) {}

  /**
   * Labels these messages and sums up their chats. Ids are ours; what is gone is left out, and what cannot be told has a reason.
   * @throws AppError `metadata.budget-reached`; of the model (`llm.…`), when it cannot be had
   */
  async analyze(messageIds: readonly string[]): Promise<readonly AnalyzedMessage[]> {
    const ids = [...new Set(messageIds)];
    const messages = await this.messages.these(ids);
    for (let start = 0; start < messages.length; start += DOZEN) {
      const tagged = await this.tagging.tag(messages.slice(start, start + DOZEN));
      if (!tagged) throw budgetReached(this.budget.secondsToNextDay());
      await this.labels.store(tagged.found);
    }
    return this.labels.of(ids);
  }
}
