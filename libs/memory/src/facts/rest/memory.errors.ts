import { AppError } from '#kernel';

export const characterNotFound = () =>
  new AppError(
    'memory.character-not-found',
    'There is no such character. `default` is the one that answers everybody.',
    {
      kind: 'not-found',
    },
  );

export const userNotFound = () =>
  new AppError(
    'memory.user-not-found',
    'There is no such person. Give the id, the phone number or the WhatsApp id of a contact.',
    {
      kind: 'not-found',
    },
  );

export const memoryNotFound = () =>
  new AppError('memory.not-found', 'There is no such memory of this person. List the memories to find its id.', {
    kind: 'not-found',
  });

export const memoryClosed = () =>
  new AppError('memory.closed', 'The memory is closed: it is kept for history. Add a new one.', { kind: 'conflict' });

export const memoryInUse = () =>
  new AppError('memory.in-use', 'The memory does not wait for approval. Delete it, or change it.', {
    kind: 'conflict',
  });

export const memoryOutdated = (memoryId: string) =>
  new AppError('memory.outdated', 'The memory has another version now. Delete that one, which "details" names.', {
    kind: 'conflict',
    details: { memoryId },
  });

export const wrongTimes = () =>
  new AppError('memory.wrong-times', 'validUntil must not be before validFrom.', { kind: 'invalid' });

export const emptyFact = () =>
  new AppError('memory.empty', 'fact must hold something that can be read.', { kind: 'invalid' });
