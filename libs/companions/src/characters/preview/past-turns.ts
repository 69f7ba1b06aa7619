import type { SpokenMessage } from '#messaging';

/** One point of a past conversation: what was said before, what was asked, and what was answered then. */
export interface PastTurn {
  readonly earlier: readonly SpokenMessage[];
  readonly asked: readonly SpokenMessage[];
  readonly answered: readonly SpokenMessage[];
}

/** The last `most` times that somebody said something, oldest first; before each at most `window` messages. */
export function pastTurns(
  conversation: readonly SpokenMessage[],
  { most, window }: { readonly most: number; readonly window: number },
): readonly PastTurn[] {
  const starts = conversation.flatMap((message, place) =>
    isAsked(message) && !isAsked(conversation[place - 1]) ? [place] : [],
  );
  return starts.slice(-most).map((start) => {
    const next = starts.find((other) => other > start) ?? conversation.length;
    const turn = conversation.slice(start, next);
    return {
      earlier: conversation.slice(Math.max(0, start - window), start),
      asked: turn.filter(isAsked),
      answered: turn.filter((message) => !isAsked(message)),
    };
  });
}

function isAsked(message: SpokenMessage | undefined): boolean {
  return message?.author === 'contact';
}
