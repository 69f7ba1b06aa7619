import { AppError } from '#kernel';

export const conversationNotFound = () =>
  new AppError('conversation.not-found', 'There is no such conversation. GET /api/v1/conversations lists them.', {
    kind: 'not-found',
  });

export const messageNotFound = () =>
  new AppError('message.not-found', 'There is no such message. List those of its conversation to find the id.', {
    kind: 'not-found',
  });
