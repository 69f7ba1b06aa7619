import type { ReactNode } from 'react';

import { ChatError } from '../chat-error.js';
import { inPlainWords } from '../in-plain-words.js';
import type { ChatMessage } from '../session/chat-message.js';

export interface ChatLineProps {
  readonly message: ChatMessage;
  /** Who says what the person does not. */
  readonly name: string;
  readonly retry: (message: ChatMessage) => void;
  readonly discard: (message: ChatMessage) => void;
}

/** One message, and what can be done with it when it could not be sent. */
export function ChatLine({ message, name, retry, discard }: ChatLineProps): ReactNode {
  const { senderType, content, status, createdAt, failure } = message;
  const isFinal = failure instanceof ChatError && failure.isFinal;
  return (
    <li className={`secretary-message secretary-${senderType}`} data-status={status}>
      <span className="secretary-hidden">{senderType === 'user' ? 'You' : name}: </span>
      <span className="secretary-text" dir="auto">
        {content}
      </span>
      <small>
        <time dateTime={createdAt}>{new Date(createdAt).toLocaleTimeString([], { timeStyle: 'short' })}</time>
        {senderType === 'user' && ` · ${STATUS[status]}`}
      </small>
      {status === 'failed' && (
        <small>
          {failure && `${inPlainWords(failure)} `}
          {!isFinal && (
            <button type="button" onClick={() => retry(message)}>
              Try again
            </button>
          )}
          <button type="button" onClick={() => discard(message)}>
            Remove
          </button>
        </small>
      )}
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
