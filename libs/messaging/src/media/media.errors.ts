import { AppError } from '#kernel';

/** Why an attachment is not kept, in words. */
const REASONS: Readonly<Record<string, string>> = {
  'view-once': 'it was meant to be seen once',
  'downloads-off': 'MEDIA_DOWNLOAD is off',
  'too-large': 'it is larger than MEDIA_MAX_MB',
  'wrong-type': 'its content is not what it claims to be',
  gone: 'WhatsApp has it no more',
  revoked: 'its sender deleted it',
  'download-failed': 'it could not be downloaded',
};

export function noMessage(): AppError {
  return new AppError('message.not-found', 'There is no such message.', { kind: 'not-found' });
}

export function noMedia(): AppError {
  return new AppError('media.none', 'The message has no attachment.', { kind: 'not-found' });
}

export function mediaNotReady(): AppError {
  return new AppError('media.not-ready', 'The attachment has not been downloaded yet. Ask again in a while.', {
    kind: 'conflict',
  });
}

export function mediaNotKept(reason: string | null): AppError {
  const words = REASONS[reason ?? ''] ?? 'for a reason that was not recorded';
  return new AppError('media.not-kept', `The attachment was not kept: ${words}.`, {
    kind: 'not-found',
    details: { reason },
  });
}

export function mediaMissing(): AppError {
  return new AppError(
    'media.missing',
    'The file of the attachment is not here. Every process needs the same DATA_DIR/media.',
    { kind: 'not-found' },
  );
}

export function mediaErased(): AppError {
  return new AppError('media.erased', 'The contact was erased, and the attachment with it.', { kind: 'not-found' });
}
