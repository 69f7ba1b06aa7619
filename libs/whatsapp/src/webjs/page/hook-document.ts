import type { PageKey, PageMessage, PageWindow } from './page-window.js';

declare const window: PageWindow;

/**
 * Runs in the page, once WhatsApp's modules are there; a second time does nothing. Gives message keys back the `_serialized` that the
 * library reads, tells Node how the page's line is, and leaves the tools for our other functions. It refers to nothing outside of itself.
 */
export function hookDocument(): void {
  const { secretary } = window;
  if (!secretary || secretary.isHooked) return;
  const { prototype } = window.require('WAWebMsgKey');
  if (!('_serialized' in prototype)) {
    Object.defineProperty(prototype, '_serialized', {
      configurable: true,
      get(this: PageKey) {
        return this.toString();
      },
      // Where WhatsApp still sets the field itself, its own value counts.
      set(this: PageKey, value: string) {
        Object.defineProperty(this, '_serialized', { value, writable: true, configurable: true, enumerable: true });
      },
    });
  }

  const wids = (chatId: string) => {
    const wid = window.require('WAWebWidFactory').createWid(chatId);
    let other;
    try {
      other = window.require('WAWebApiContact').getAlternateUserWid(wid);
    } catch {
      // Groups have no other address.
    }
    return other ? [wid, other] : [wid];
  };
  secretary.chatOf = (chatId) => {
    const { Chat } = window.require('WAWebCollections');
    for (const wid of wids(chatId)) {
      const chat = Chat.get(wid);
      if (chat) return chat;
    }
    return undefined;
  };
  /** The texts that the key of a message may have, when we wrote it or it was said to us directly. */
  const keysOf = (chatId: string, id: string, fromMe: boolean) => {
    const { getMaybeMeLidUser, getMaybeMePnUser } = window.require('WAWebUserPrefsMeUser');
    const mine = [getMaybeMePnUser(), getMaybeMeLidUser()].flatMap((me) => (me ? [me._serialized] : []));
    return wids(chatId).flatMap(({ _serialized }) => {
      const key = `${fromMe}_${_serialized}_${id}`;
      return [key, ...(fromMe && _serialized.endsWith('@g.us') ? mine.map((me) => `${key}_${me}`) : [])];
    });
  };
  secretary.findMessage = async (chatId, id, fromMe) => {
    const { Msg } = window.require('WAWebCollections');
    const keys = (fromMe === undefined ? [true, false] : [fromMe]).flatMap((own) => keysOf(chatId, id, own));
    for (const key of keys) {
      const message = Msg.get(key);
      if (message) return message;
    }
    const suits = (message: PageMessage) =>
      message.id.id === id && (fromMe === undefined || message.id.fromMe === fromMe);
    // In a group, others' keys hold who they are.
    const loaded = fromMe ? undefined : secretary.chatOf?.(chatId)?.msgs.getModelsArray().find(suits);
    if (loaded) return loaded;
    const stored = await Msg.getMessagesById(keys);
    return stored?.messages?.find((message) => message && suits(message));
  };

  const { Socket } = window.require('WAWebSocketModel');
  const tell = (state: string) => window.secretarySignal('socket', state);
  Socket.on('change:state', (_, state) => tell(state));
  secretary.isHooked = true;
  tell(Socket.state);
}
