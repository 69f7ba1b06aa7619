import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface ChatSight {
  readonly id: string;
  /** The other address of the same person. */
  readonly otherId?: string;
  /** When something last happened there, in seconds since 1970; undefined when the page does not say. */
  readonly t?: number;
  readonly title?: string;
}

/** Runs in the page: all its chats. */
export function listChats(): ChatSight[] {
  const { getAlternateUserWid } = window.require('WAWebApiContact');
  return window
    .require('WAWebCollections')
    .Chat.getModelsArray()
    .map(({ id, t, formattedTitle }) => {
      let otherId: string | undefined;
      try {
        otherId = getAlternateUserWid(id)?._serialized;
      } catch {
        // Only people have another one.
      }
      return { id: id._serialized, otherId, t, title: formattedTitle };
    });
}
