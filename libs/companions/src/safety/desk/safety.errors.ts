import { AppError } from '#kernel';

export const incidentNotFound = () =>
  new AppError('safety.incident-not-found', 'There is no such incident. List the incidents to find its id.', {
    kind: 'not-found',
  });

export const contactNotFound = () =>
  new AppError('contact.not-found', 'There is no such contact. List the chats to find the id of theirs.', {
    kind: 'not-found',
  });
