import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

import type { ChatMessage } from '../session/chat-message.js';

/** Who has scrolled up by more pixels than that reads what was said before, and is left there. */
const NEAR_END = 24;

export interface ReadingPlace {
  readonly log: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** From now on the end is followed, wherever the reader was. */
  readonly goToEnd: () => void;
}

/** Follows the end of a log for who is there, and leaves everybody else where they read, whatever comes above or below. */
export function useReadingPlace(messages: readonly ChatMessage[], hasMore: boolean): ReadingPlace {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const before = useRef({ first: '', height: 0, room: 0, hadMore: false });
  const first = keyOf(messages[0]);
  const last = keyOf(messages.at(-1));

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const { first: firstBefore, height, room, hadMore } = before.current;
    // Who has just scrolled away is told of by an event that may come only after what arrived meanwhile is shown.
    isAtEnd.current &&= height - element.scrollTop - room < NEAR_END;
    // Not scrollIntoView(), which moves the page around it as well.
    if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    else if (first !== firstBefore) element.scrollTop += element.scrollHeight - height;
    // The button that had the focus is gone.
    if (hadMore && !hasMore && document.activeElement === document.body) element.focus({ preventScroll: true });
    before.current = { first, height: element.scrollHeight, room: element.clientHeight, hadMore: hasMore };
  }, [first, last, messages.length, hasMore]);

  return {
    log,
    onScroll: useCallback(() => {
      if (!log.current) return;
      const { scrollHeight, scrollTop, clientHeight } = log.current;
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      before.current = { ...before.current, height: scrollHeight, room: clientHeight };
    }, []),
    goToEnd: useCallback(() => {
      isAtEnd.current = true;
      // As if nothing had been there to scroll away from.
      before.current.height = 0;
    }, []),
  };
}

function keyOf(message: ChatMessage | undefined): string {
  return message?.clientId ?? message?.id ?? '';
}
