import type { PageMessage, PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface HistoryPageQuery {
  readonly chatId: string;
  /** Earlier than this message alone; the latest when null. `t` in seconds since 1970, `key` the text of its key. */
  readonly before: { readonly t: number; readonly key: string } | null;
  /** Seconds since 1970: nothing older is wanted. */
  readonly from: number;
  readonly limit: number;
}

export interface RawHistoryPage {
  /** WhatsApp's models, oldest first. */
  readonly messages: readonly unknown[];
  readonly next: { readonly t: number; readonly key: string } | null;
}

/** Runs in the page: the latest messages of a chat before that place, oldest first. Loads what is not in memory. */
export async function readHistoryPage({ chatId, before, from, limit }: HistoryPageQuery): Promise<RawHistoryPage> {
  const chat = window.secretary?.chatOf?.(chatId);
  if (!chat) return { messages: [], next: null };
  const placeOf = ({ t, id }: PageMessage) => ({ t, key: id.toString() });
  const compare = (one: { t: number; key: string }, other: { t: number; key: string }) =>
    one.t - other.t || (one.key < other.key ? -1 : Number(one.key > other.key));
  const wanted = () =>
    chat.msgs
      .getModelsArray()
      .filter((message) => message.t >= from && (!before || compare(placeOf(message), before) < 0));
  let count = -1;
  // One more than a page, so that it is known whether there is another.
  while (wanted().length <= limit && chat.msgs.getModelsArray().length > count) {
    if (chat.msgs.getModelsArray().some(({ t }) => t < from)) break;
    count = chat.msgs.getModelsArray().length;
    await window.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat });
  }
  const found = wanted().sort((one, other) => compare(placeOf(one), placeOf(other)));
  const shown = found.slice(-limit);
  const oldest = shown[0];
  return {
    messages: shown.map((message) => window.WWebJS.getMessageModel(message)),
    next: oldest && found.length > shown.length ? placeOf(oldest) : null,
  };
}
