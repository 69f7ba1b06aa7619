import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface HistoryQuery {
  readonly chatId: string;
  /** Seconds since 1970: nothing older is wanted. */
  readonly from: number;
  /** Most messages; the latest count. */
  readonly limit: number;
}

/** Runs in the page: the messages of a chat since then, oldest first. Loads what is not in memory. */
export async function readHistory({ chatId, from, limit }: HistoryQuery): Promise<unknown[]> {
  const chat = window.secretary?.chatOf?.(chatId);
  if (!chat) return [];
  const since = () => chat.msgs.getModelsArray().filter(({ t }) => t >= from);
  for (;;) {
    const all = chat.msgs.getModelsArray();
    if (all.some(({ t }) => t < from) || since().length >= limit) break;
    const earlier = await window.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat });
    if (!earlier?.length || chat.msgs.getModelsArray().length === all.length) break;
  }
  return since()
    .sort((a, b) => a.t - b.t)
    .slice(-limit)
    .map((message) => window.WWebJS.getMessageModel(message));
}
