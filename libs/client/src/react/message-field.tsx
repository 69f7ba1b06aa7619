import { useId, useState, type ReactNode } from 'react';

/** From this share of the limit on it is shown how much there is. */
const NEAR_LIMIT = 0.9;

export interface MessageFieldProps {
  readonly maxLength: number;
  readonly autoFocus: boolean;
  readonly onSend: (text: string) => void;
  /** At each key. */
  readonly onTyping: (isTyping: boolean) => void;
}

/** Where the person writes. What is too long stays there, for the person to shorten it. */
export function MessageField({ maxLength, autoFocus, onSend, onTyping }: MessageFieldProps): ReactNode {
  const [text, setText] = useState('');
  const hintId = useId();
  const isTooLong = text.length > maxLength;
  const canSend = text.trim() !== '' && !isTooLong;

  const send = (): void => {
    if (!canSend) return;
    onSend(text);
    setText('');
  };

  return (
    <form
      className="secretary-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        aria-label="Message"
        aria-describedby={hintId}
        aria-invalid={isTooLong}
        dir="auto"
        rows={2}
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onTyping(event.target.value !== '');
        }}
        onKeyDown={(event) => {
          // Enter that ends a word of an input method is not the end of the message.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" disabled={!canSend}>
        Send
      </button>
      <p className="secretary-hint" id={hintId} role="status">
        {hint(text.length, maxLength)}
      </p>
    </form>
  );
}

function hint(length: number, most: number): string {
  if (length > most) return `${length} of ${most} characters: shorten it, or send it in parts.`;
  return length > most * NEAR_LIMIT ? `${length} of ${most} characters` : '';
}
