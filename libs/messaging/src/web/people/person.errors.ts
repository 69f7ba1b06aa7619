import { AppError } from '#kernel';

export function personNotFound(): AppError {
  return new AppError(
    'person.not-found',
    'There is no such person. Give the id of a contact, a phone number, a WhatsApp id, or the id that your site gave.',
    { kind: 'not-found' },
  );
}

export function personErased(): AppError {
  return new AppError('person.erased', 'This person was erased. Whoever comes again takes a new id of your site.', {
    kind: 'not-found',
  });
}

export function personIdInvalid(): AppError {
  return new AppError('person.id-invalid', 'Give an id of 1 to 200 characters, without control characters.', {
    kind: 'invalid',
  });
}
