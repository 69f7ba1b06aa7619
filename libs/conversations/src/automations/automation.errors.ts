import { AppError } from '#kernel';

export const automationNotFound = () =>
  new AppError('automation.not-found', 'There is no such automation. List the automations to find its id.', {
    kind: 'not-found',
  });

export const automationNameTaken = () =>
  new AppError('automation.name-taken', 'Another automation has this name. Take another one.', { kind: 'conflict' });

export const tooManyAutomations = (most: number) =>
  new AppError('automation.too-many', `There may be ${most} automations. Delete one that is not needed any more.`, {
    kind: 'conflict',
  });

export const unknownScope = (chatIds: readonly string[]) =>
  new AppError('automation.unknown-chats', 'Some chats of the scope do not exist. List the chats to find their ids.', {
    kind: 'invalid',
    details: { unknown_chat_ids: chatIds },
  });

export const webhookChanged = () =>
  new AppError('webhook.changed', 'The automation has another webhook by now, or none.', { retryable: false });

export const webhookRefused = (status: number) =>
  new AppError('webhook.refused', `The receiver answered ${status}. Its own log tells why.`, { retryable: true });

export const webhookGone = () =>
  new AppError('webhook.gone', 'The receiver answered 410: it is gone for good. Give the automation another webhook.', {
    retryable: false,
  });
