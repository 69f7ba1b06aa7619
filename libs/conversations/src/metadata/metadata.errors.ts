import { AppError } from '#kernel';

export function messageNotFound(): AppError {
  return new AppError(
    'message.not-found',
    'There is no such message. List the messages of its chat to find its id; when the chat is archived, restore it first.',
    { kind: 'not-found' },
  );
}

/** Labels are of messages that are where they came from. */
export function messageArchived(chatId: string): AppError {
  return new AppError(
    'message.archived',
    'This message is archived. Bring its chat back with POST /api/conversations/unarchive and the chat_id in details, then try again.',
    { kind: 'conflict', details: { chat_id: chatId } },
  );
}

export function nothingToAnalyze(): AppError {
  return new AppError(
    'metadata.nothing-to-analyze',
    'This message has no text that could be analyzed: it is an attachment without a caption, was deleted, or its contact was erased.',
    { kind: 'invalid' },
  );
}

export function unknownTag(vocabulary: readonly string[]): AppError {
  return new AppError('metadata.unknown-tag', 'Take a tag of METADATA_TAGS, or add it there first.', {
    kind: 'invalid',
    details: { tags: vocabulary },
  });
}

export function budgetReached(retryAfterSeconds: number): AppError {
  return new AppError(
    'metadata.budget-reached',
    'The calls of the model for today are used up. Try again tomorrow, or raise METADATA_DAILY_CALLS.',
    { kind: 'rate-limited', retryAfterSeconds },
  );
}
