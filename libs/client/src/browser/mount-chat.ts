import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import { SecretaryClient } from '../api/secretary-client.js';
import { Chat, type ChatProps } from '../react/chat.js';
import { SecretaryProvider } from '../react/secretary-context.js';
import type { ChatSocketOptions } from '../socket/chat-socket.js';

export interface MountOptions extends ChatSocketOptions, ChatProps {}

/** Shows a chat in an element of any page, React or not. @returns what takes it away again */
export function mountChat(element: Element, { url, token, path, ...props }: MountOptions): () => void {
  const client = new SecretaryClient({ url, token, ...(path !== undefined && { path }) });
  const root = createRoot(element);
  root.render(createElement(SecretaryProvider, { client }, createElement(Chat, props)));
  return () => {
    root.unmount();
    client.close();
  };
}
