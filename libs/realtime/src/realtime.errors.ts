import { AppError } from '#kernel';

export const eventTooLarge = (event: string, bytes: number, limit: number) =>
  new AppError(
    'realtime.event-too-large',
    `The event ${event} has ${bytes} bytes, ${limit} is the most. Send the id of what has changed and let the reader fetch it.`,
    { kind: 'too-large' },
  );

export const doubledCommand = (name: string) =>
  new AppError('realtime.doubled-command', `Two handlers take the command ${name}. Give one of them another name.`);

export const conversationsUnavailable = () =>
  new AppError('conversation.unavailable', 'This process serves no conversations. Connect to one that does.', {
    kind: 'unavailable',
  });

export const noConversation = () =>
  new AppError('conversation.not-found', 'There is no such conversation.', { kind: 'not-found' });

export const notJoined = () =>
  new AppError('conversation.not-joined', 'Join the conversation first, by conversation:join.', { kind: 'conflict' });

export const tooManyRooms = (most: number) =>
  new AppError(
    'conversation.too-many-joined',
    `One socket may join ${most} conversations. Leave some, or open another.`,
    {
      kind: 'conflict',
    },
  );

export const unknownCommand = () =>
  new AppError('command.unknown', 'There is no such command. The documentation of the sockets lists what there is.', {
    kind: 'not-found',
  });

export const notAnObject = () =>
  new AppError('request.invalid', 'Send the command with one argument, an object.', { kind: 'invalid' });

export const tooManyCommands = () =>
  new AppError('rate-limited', 'Too many commands over this socket. Send fewer: who goes on is cut.', {
    kind: 'rate-limited',
    retryAfterSeconds: 1,
  });

export const missingScope = (scope: string) =>
  new AppError('auth.missing-scope', `This needs a key with the scope ${scope}.`, { kind: 'forbidden' });
