import { AppError } from '#kernel';

export const badRange = (message: string) => new AppError('stats.bad-range', message, { kind: 'invalid' });
