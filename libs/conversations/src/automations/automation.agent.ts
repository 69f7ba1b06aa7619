import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import './automation.task.js';
import { AutomationRunner } from './automation-runner.service.js';
import { ChatObserver } from './chat-observer.service.js';

/** Looks at chats for the automations, and does what they say. An agent of its own: jobs of hours must not stand before it. */
@Agent('automation')
export class AutomationAgent {
  constructor(
    private readonly observer: ChatObserver,
    private readonly runner: AutomationRunner,
  ) {}

  @Handles('conversation.observe')
  async observe({ chatId }: PayloadOf<'conversation.observe'>, { signal }: TaskContext): Promise<undefined> {
    const perform = () => this.runner.perform(chatId, signal);
    await this.observer.observe(chatId, { signal, onFound: perform });
    await perform();
  }
}
