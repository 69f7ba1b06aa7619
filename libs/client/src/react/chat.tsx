import { useEffect, useRef, useState, type ReactNode } from 'react';

import type { ChatMessage } from '../session/chat-message.js';
import { useChat } from './use-chat.js';

export interface ChatProps {
  readonly conversationId: string;
  /** Who the person talks with, for the eyes and for screen readers. */
  readonly name?: string;
  /** MAX_MESSAGE_LENGTH of the server. Default: 2000. */
  readonly maxLength?: number;
}

/** A whole chat: what was said, what is being written, and a field to write in. Its looks are in `chat.css`. */
export function Chat({ conversationId, name = 'Chat', maxLength = 2_000 }: ChatProps): ReactNode {
  const chat = useChat(conversationId);
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const last = chat.messages.at(-1)?.id;

  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
    if (last !== undefined && document.visibilityState === 'visible') chat.markRead();
  }, [last]);

  const send = (): void => {
    if (text.trim() === '') return;
    chat.sendMessage(text);
    setText('');
  };

  return (
    <section className="secretary-chat" aria-label={name}>
      <div className="secretary-log" role="log" aria-live="polite" aria-busy={chat.isLoading} tabIndex={0}>
        {chat.hasMore && (
          <button type="button" className="secretary-more" onClick={chat.loadMore}>
            Earlier messages
          </button>
        )}
        <ol className="secretary-messages">
          {chat.messages.map((message) => (
            <ChatLine key={message.clientId ?? message.id} message={message} name={name} retry={chat.retry} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      {/* Not in the log: a screen reader would read every piece. */}
      <p className="secretary-writing" data-writing={chat.writing !== null}>
        {chat.writing ?? (chat.isTyping ? `${name} is typing …` : '')}
      </p>
      {chat.error && (
        <p className="secretary-error" role="alert">
          {chat.error.message}
        </p>
      )}
      <form
        className="secretary-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          aria-label="Message"
          rows={2}
          maxLength={maxLength}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            chat.setTyping(event.target.value !== '');
          }}
          onKeyDown={(event) => {
            // Enter that ends a word of an input method is not the end of the message.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" disabled={text.trim() === ''}>
          Send
        </button>
      </form>
    </section>
  );
}

interface ChatLineProps {
  readonly message: ChatMessage;
  readonly name: string;
  readonly retry: (message: ChatMessage) => void;
}

function ChatLine({ message, name, retry }: ChatLineProps): ReactNode {
  const { senderType, content, status, createdAt, failure } = message;
  return (
    <li className={`secretary-message secretary-${senderType}`} data-status={status}>
      <span className="secretary-hidden">{senderType === 'user' ? 'You' : name}: </span>
      <span className="secretary-text">{content}</span>
      <small>
        <time dateTime={createdAt}>{new Date(createdAt).toLocaleTimeString([], { timeStyle: 'short' })}</time>
        {senderType === 'user' && ` · ${STATUS[status]}`}
        {status === 'failed' && (
          <button type="button" title={failure} onClick={() => retry(message)}>
            Try again
          </button>
        )}
      </small>
    </li>
  );
}

const STATUS: Readonly<Record<ChatMessage['status'], string>> = {
  sending: 'sending',
  failed: 'not sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
};
