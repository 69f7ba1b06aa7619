import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

/**
 * Runs in each new document before its own scripts. Takes the places in which the library would put functions that tell Node of
 * what we don't want to know: it asks for a whole chat, and the server for a group's members, at each unread message.
 */
export function markDocument(): void {
  const unwanted = [
    'onChatUnreadCountEvent',
    'onChangeMessageEvent',
    'onRemoveMessageEvent',
    'onMessageMediaUploadedEvent',
    'onBatteryStateChangedEvent',
    'onIncomingCall',
    'onPollVoteEvent',
    'onRemoveChatEvent',
    'onArchiveChatEvent',
  ];
  for (const name of unwanted) Object.assign(window, { [name]: () => undefined });
  window.secretary = { document: Array.from(window.crypto.getRandomValues(new Uint32Array(4)), String).join('-') };
}

/** Runs in the page: which document this is; null before the first. */
export function documentOf(): string | null {
  return window.secretary?.document ?? null;
}
