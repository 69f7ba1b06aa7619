import { useEffect, type ReactNode } from 'react';

import { inPlainWords } from '../in-plain-words.js';
import type { ChatStatus } from '../socket/chat-socket.js';
import { ChatLine } from './chat-line.js';
import { MessageField } from './message-field.js';
import { useChat } from './use-chat.js';
import { useReadingPlace } from './use-reading-place.js';

export interface ChatProps {
  readonly conversationId: string;
  /** Who the person talks with, for the eyes and for screen readers. */
  readonly name?: string;
  /** MAX_MESSAGE_LENGTH of the server. Default: 2000. */
  readonly maxLength?: number;
  /** The field to write in takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
}

/** A whole chat: what was said, what is being written, and a field to write in. Its looks are in `chat.css`. */
export function Chat(props: ChatProps): ReactNode {
  // What was begun for one conversation is not sent to another.
  return <OneChat key={props.conversationId} {...props} />;
}

function OneChat({ conversationId, name = 'Chat', maxLength = 2_000, autoFocus = false }: ChatProps): ReactNode {
  const chat = useChat(conversationId);
  const { log, onScroll, goToEnd } = useReadingPlace(chat.messages, chat.hasMore);
  const connection = chat.isLoading && chat.connection === 'connecting' ? 'Connecting …' : CONNECTION[chat.connection];
  const problem = chat.error && inPlainWords(chat.error);
  const unread = chat.messages.findLast(
    ({ senderType, status }) => senderType === 'character' && status !== 'read',
  )?.id;

  useEffect(() => {
    if (unread === undefined || chat.connection !== 'connected') return;
    const readIfSeen = (): void => {
      if (document.visibilityState === 'visible') chat.markRead();
    };
    readIfSeen();
    document.addEventListener('visibilitychange', readIfSeen);
    return () => document.removeEventListener('visibilitychange', readIfSeen);
  }, [unread, chat.connection]);

  return (
    <section className="secretary-chat" aria-label={name}>
      <div
        className="secretary-log"
        role="log"
        aria-live="polite"
        aria-busy={chat.isLoading}
        tabIndex={0}
        // The place of the reader is kept by us, in every browser alike.
        style={{ overflowAnchor: 'none' }}
        ref={log}
        onScroll={onScroll}
      >
        {chat.hasMore && (
          <button type="button" className="secretary-more" onClick={chat.loadMore}>
            Earlier messages
          </button>
        )}
        <ol className="secretary-messages">
          {chat.messages.map((message) => (
            <ChatLine
              key={message.clientId ?? message.id}
              message={message}
              name={name}
              retry={chat.retry}
              discard={chat.discard}
            />
          ))}
        </ol>
      </div>
      {/* Not in the log: a screen reader would read every piece. */}
      <p className="secretary-writing" dir="auto" data-writing={chat.writing !== null}>
        {chat.writing ?? (chat.isTyping ? `${name} is typing …` : '')}
      </p>
      <p className="secretary-connection" role="status">
        {connection}
      </p>
      {problem && problem !== connection && (
        <p className="secretary-error" role="alert">
          {problem}
        </p>
      )}
      <MessageField
        maxLength={maxLength}
        autoFocus={autoFocus}
        onTyping={chat.setTyping}
        onSend={(text) => {
          goToEnd();
          chat.sendMessage(text);
        }}
      />
    </section>
  );
}

const CONNECTION: Readonly<Record<ChatStatus, string>> = {
  connected: '',
  connecting: 'No connection. We keep trying.',
  disconnected: 'No connection.',
  refused: 'Your session has ended. Reload the page.',
};
