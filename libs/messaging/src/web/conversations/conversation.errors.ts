import { AppError } from '#kernel';

/** Also for another person's: nobody learns what others have. */
export function conversationNotFound(): AppError {
  return new AppError(
    'conversation.not-found',
    'There is no such conversation. GET /api/v1/conversations lists yours.',
    {
      kind: 'not-found',
    },
  );
}

/** It is carried by WhatsApp, where this is done on the phone. */
export function conversationNotWeb(): AppError {
  return new AppError(
    'conversation.not-web',
    'This is a conversation on WhatsApp: only one on the web can be changed like this.',
    { kind: 'conflict' },
  );
}

/** Told to operators, who still see its chat. */
export function conversationDeleted(): AppError {
  return new AppError('conversation.deleted', 'This conversation was deleted: nothing can be said in it any more.', {
    kind: 'conflict',
  });
}

/** Its person's key was erased: nothing of theirs can be read, and nothing be sealed for them. */
export function conversationGone(): AppError {
  return new AppError('conversation.gone', 'The person was erased: nothing can be said to them any more.', {
    kind: 'conflict',
  });
}
