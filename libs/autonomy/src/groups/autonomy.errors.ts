import { AppError } from '#kernel';

export function notAGroup(): AppError {
  return new AppError('autonomy.not-a-group', 'This is a chat with one person. List the groups to find its id.', {
    kind: 'not-found',
  });
}
