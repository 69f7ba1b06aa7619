import { AppError } from '#kernel';

export const eventTooLarge = (event: string, bytes: number, limit: number) =>
  new AppError(
    'realtime.event-too-large',
    `The event ${event} has ${bytes} bytes, ${limit} is the most. Send the id of what has changed and let the reader fetch it.`,
    { kind: 'too-large' },
  );
