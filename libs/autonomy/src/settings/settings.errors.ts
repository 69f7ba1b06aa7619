import { AppError } from '#kernel';

export function frozenWithoutEnd(): AppError {
  return new AppError('autonomy.mood-frozen', 'A frozen mood has no end: leave until out, or send frozen: false.', {
    kind: 'invalid',
  });
}
