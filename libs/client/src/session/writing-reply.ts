import type { CharacterResponse } from '../socket/chat-events.js';

/** An answer while it is written. It is not yet said: the message that comes at its end is. */
export interface WritingReply {
  readonly responseId: string;
  readonly attempt: number;
  /** The sequence of the piece that comes next. */
  readonly next: number;
  /** Null where a piece was missed, or the text was taken back: wait for the message. */
  readonly text: string | null;
}

/** The answer after one more piece. Null when nothing is being written (any more). */
export function writtenOn(reply: WritingReply | null, piece: CharacterResponse): WritingReply | null {
  const { responseId, attempt, sequence } = piece;
  const isSame = reply?.responseId === responseId;
  if (isSame && attempt < reply.attempt) return reply;
  const current: WritingReply =
    isSame && attempt === reply.attempt ? reply : { responseId, attempt, next: 0, text: '' };
  switch (piece.status) {
    case 'cancelled':
      return null;
    case 'replaced':
      return { ...current, next: sequence + 1, text: null };
    case 'started':
    case 'writing':
    case 'done':
      return withPiece(current, piece);
  }
}

function withPiece(reply: WritingReply, { sequence, at, delta }: CharacterResponse): WritingReply {
  // Told again.
  if (sequence < reply.next) return reply;
  const fits = sequence === reply.next && reply.text !== null && at === reply.text.length;
  return { ...reply, next: sequence + 1, text: fits ? reply.text + delta : null };
}
