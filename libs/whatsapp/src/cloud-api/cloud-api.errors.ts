import { AppError } from '#kernel';

/** A webhook call that is not Meta's, as far as anybody can tell. Says nothing, as whoever sent it has no right to know. */
export function webhookRefused(): AppError {
  return new AppError('cloud-api.refused', 'This request is refused.', { kind: 'forbidden' });
}

/** Signed, and yet not JSON. */
export function invalidPayload(): AppError {
  return new AppError('cloud-api.invalid-payload', 'The body is not JSON.', { kind: 'invalid' });
}

/** An attachment that is larger than we take. */
export function mediaTooLarge(megabytes: number): AppError {
  return new AppError('cloud-api.media-too-large', `The attachment is larger than ${megabytes} MB and was not taken.`, {
    kind: 'too-large',
  });
}
