import { AppError } from '#kernel';

export function chatNotFound(): AppError {
  return new AppError('chat.not-found', 'There is no such chat. List the chats to find its id.', { kind: 'not-found' });
}
