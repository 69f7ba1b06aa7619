import { AppError } from '#kernel';

export const personNeeded = () =>
  new AppError('conversation.person-needed', 'Give "userId": whose conversation it is to be.', { kind: 'invalid' });

export const personNotFound = () =>
  new AppError('person.not-found', 'There is no such person. Give your own id, "me", or leave it out.', {
    kind: 'not-found',
  });

export const badRange = () =>
  new AppError('conversation.bad-range', 'Give days as in 2026-01-31, "from" not after "to", at most 366 at a time.', {
    kind: 'invalid',
  });

export const wrongClientId = () =>
  new AppError('message.wrong-client-id', 'Idempotency-Key takes 1 to 100 letters, digits and _ . : -', {
    kind: 'invalid',
  });

export const clientIdsDiffer = () =>
  new AppError('message.client-ids-differ', 'Give the client id once: in "clientId", or as Idempotency-Key.', {
    kind: 'invalid',
  });

export const missingScope = () =>
  new AppError('auth.missing-scope', 'This API key is not allowed to do that.', { kind: 'forbidden' });

export const adultsOnly = (contactId: string) =>
  new AppError(
    'character.adults-only',
    `This character is for adults. Make sure that the person is one, then PUT /api/safety/contacts/${contactId} {"adult":"confirmed"}.`,
    { kind: 'conflict' },
  );
