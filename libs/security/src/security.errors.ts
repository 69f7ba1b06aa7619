import { AppError } from '#kernel';

export const unreadable = (cause?: unknown) =>
  new AppError(
    'security.unreadable',
    'This text cannot be decrypted: its key, its place or its bytes differ from those it was written with.',
    { cause },
  );

export const wrongMasterKey = (version: number) =>
  new AppError(
    'security.wrong-master-key',
    `The database was encrypted with another master key (version ${version}). ` +
      'Put back the ENCRYPTION_KEY or the DATA_DIR/keys that belong to this database, then start again.',
    { kind: 'unavailable', retryable: false },
  );

export const unusableSecretFile = (path: string, cause?: unknown) =>
  new AppError(
    'security.secret-file',
    `Cannot use the secret in ${path}: make its folder writable for this user, or restore the file from your backup, then start again.`,
    { kind: 'unavailable', retryable: false, cause },
  );

export const invalidMasterKey = (source: string) =>
  new AppError('security.invalid-master-key', `${source} must hold exactly 32 bytes in base64.`, { kind: 'invalid' });

export const unknownLanguage = (language: string, known: readonly string[]) =>
  new AppError(
    'security.unknown-language',
    `SEARCH_LANGUAGES: "${language}" is not known. Known are: ${known.join(', ')}.`,
    { kind: 'invalid' },
  );

export const invalidCursor = () =>
  new AppError('cursor.invalid', 'This cursor does not belong to this list. Start again from its first page.', {
    kind: 'invalid',
  });

export const unauthenticated = () =>
  new AppError('auth.required', 'Send a valid API key as "Authorization: Bearer <key>".', { kind: 'unauthenticated' });

/** Of a person's token: an API key is good until it is revoked. */
export const tokenExpired = () =>
  new AppError('auth.expired', 'This token is over. Ask for a new one, and send the request again with it.', {
    kind: 'unauthenticated',
  });

export const missingScope = () =>
  new AppError('auth.missing-scope', 'This API key is not allowed to do that.', { kind: 'forbidden' });

export const notForPeople = () =>
  new AppError('auth.not-for-people', "This token is a person's: it is good for their own conversations only.", {
    kind: 'forbidden',
  });

export const personNotFound = () => new AppError('person.not-found', 'There is no such person.', { kind: 'not-found' });

export const apiKeyNotFound = () =>
  new AppError('api-key.not-found', 'There is no API key with this id.', { kind: 'not-found' });
