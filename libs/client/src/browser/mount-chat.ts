import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import { SecretaryClient } from '../api/secretary-client.js';
import { Chat } from '../react/chat.js';
import { SecretaryProvider } from '../react/secretary-context.js';
import type { ChatSocketOptions } from '../socket/chat-socket.js';

export interface MountOptions extends ChatSocketOptions {
  readonly conversationId: string;
  readonly name?: string;
}

/** Shows a chat in an element of any page, React or not. @returns what takes it away again */
export function mountChat(element: Element, { conversationId, name, ...options }: MountOptions): () => void {
  const client = new SecretaryClient(options);
  const root = createRoot(element);
  const chat = createElement(Chat, { conversationId, ...(name !== undefined && { name }) });
  root.render(createElement(SecretaryProvider, { client }, chat));
  return () => {
    root.unmount();
    client.close();
  };
}
