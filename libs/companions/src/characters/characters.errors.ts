import { AppError } from '#kernel';

export const characterNotFound = () =>
  new AppError('character.not-found', 'There is no such character. List the characters to find its id or slug.', {
    kind: 'not-found',
  });

export const versionNotFound = () =>
  new AppError('character.version-not-found', 'The character has no such version. List its versions to find one.', {
    kind: 'not-found',
  });

export const notShipped = () =>
  new AppError('character.not-shipped', 'This character was not shipped. Restore one of its versions.', {
    kind: 'not-found',
  });

export const slugTaken = () =>
  new AppError('character.slug-taken', 'Another character has this slug. Take another one.', { kind: 'conflict' });

export const slugReserved = () =>
  new AppError('character.slug-reserved', 'This slug means something else. Take another one.', { kind: 'invalid' });

export const tooManyCharacters = (most: number) =>
  new AppError('character.too-many', `There may be ${most} characters, retired ones included.`, { kind: 'conflict' });

export const characterInUse = () =>
  new AppError('character.in-use', 'A rule or the default names this character. Change the rules first.', {
    kind: 'conflict',
  });

/** `fields` are those that say so. */
export const underageCharacter = (fields: readonly string[]) =>
  new AppError('character.underage', 'Characters are 18 or older, in every field. Change what says otherwise.', {
    kind: 'invalid',
    details: {
      errors: fields.slice(0, 50).map((field) => ({ field, message: 'says that the character is under 18' })),
    },
  });

export const unknownCharacters = (names: readonly string[]) =>
  new AppError('character.unknown', 'Some of the characters that are named do not exist, or are retired.', {
    kind: 'invalid',
    details: { unknown: names.slice(0, 50) },
  });

export const noAvatar = () =>
  new AppError('character.no-avatar', 'The character has no picture. PUT one.', { kind: 'not-found' });

export const wrongAvatar = () =>
  new AppError('character.wrong-avatar', 'Send a PNG, JPEG or WebP picture as the multipart field "file".', {
    kind: 'invalid',
  });

export const noUpload = () =>
  new AppError('character.no-file', 'Send one file as the multipart field "file".', { kind: 'invalid' });

export const brokenUpload = (cause: unknown) =>
  new AppError('character.broken-upload', 'Send the upload again as multipart/form-data: it was malformed.', {
    kind: 'invalid',
    cause,
  });

export const uploadTooLarge = (megabytes: number) =>
  new AppError('character.upload-too-large', `Send a file of at most ${megabytes} MiB.`, { kind: 'too-large' });

export const wrongCard = (why: string) =>
  new AppError('character.wrong-card', `This is no character card that can be taken: ${why}.`, { kind: 'invalid' });

export const ageNeeded = () =>
  new AppError('character.age-needed', 'The card does not tell the age. Give "age", 18 or more, with it.', {
    kind: 'invalid',
  });

export const nothingToPreview = () =>
  new AppError('character.nothing-to-preview', 'The conversation holds nothing that somebody said to the character.', {
    kind: 'invalid',
  });

export const wrongField = (field: string, message: string) =>
  new AppError('request.invalid', 'Correct the fields named in "errors" and send the request again.', {
    kind: 'invalid',
    details: { errors: [{ field, message }] },
  });
