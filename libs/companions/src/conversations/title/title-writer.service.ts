import { Injectable } from '@nestjs/common';

import { LanguageModel } from '#llm';
import { Conversations, MessagePages } from '#messaging';
import { Logger } from '#telemetry';

import { acceptTitle } from './accept-title.js';
import { isFitTitle } from './is-fit-title.js';
import { isTitleDue } from './is-title-due.js';
import { titleFromTalk } from './title-from-talk.js';
import { titleRequest, type TitleLine } from './title-request.js';
import { TitleStandings } from './title-standings.service.js';

/** So much of the talk is looked at. */
const LINES = 20;
const NEVER = new Date(0);

/** Makes titles from the talk: by the model, or from the person's words where it cannot. */
@Injectable()
export class TitleWriter {
  constructor(
    private readonly standings: TitleStandings,
    private readonly conversations: Conversations,
    private readonly pages: MessagePages,
    private readonly model: LanguageModel,
    private readonly logger: Logger,
  ) {}

  /** Nothing when no title is due, or none can be made yet. */
  async write(chatId: string, signal: AbortSignal): Promise<void> {
    const standing = await this.standings.of(chatId);
    if (!standing || !isTitleDue(standing)) return;
    const { topics, contactId } = await this.conversations.stateOf(chatId);
    const lines = await this.linesOf(chatId, standing.forgottenUntil);
    const said = lines.filter(({ byUser }) => byUser).map(({ text }) => text);
    const title = fit(await this.asked(lines, contactId, signal)) ?? fit(titleFromTalk(said, topics));
    if (title !== null) await this.conversations.note(chatId, { title, titleSource: 'auto' });
  }

  private async asked(lines: readonly TitleLine[], contactId: string, signal: AbortSignal): Promise<string | null> {
    if (lines.length === 0) return null;
    try {
      const { value } = await this.model.structured(titleRequest(lines, contactId, signal));
      return acceptTitle(value);
    } catch (error) {
      signal.throwIfAborted();
      this.logger.debug({ err: error }, 'a title is made without the model');
      return null;
    }
  }

  /** Oldest first; what the person asked to have forgotten is no title. */
  private async linesOf(chatId: string, forgottenUntil: Date | null): Promise<TitleLine[]> {
    const { items } = await this.pages.ofChat(chatId, { limit: LINES });
    return items
      .filter(
        ({ text, revokedAt, author, sentAt }) =>
          text !== null &&
          text !== '' &&
          revokedAt === null &&
          author !== 'system' &&
          sentAt > (forgottenUntil ?? NEVER),
      )
      .map(({ author, text }) => ({ byUser: author === 'contact', text: text ?? '' }))
      .reverse();
  }
}

function fit(title: string | null): string | null {
  return title !== null && isFitTitle(title) ? title : null;
}
