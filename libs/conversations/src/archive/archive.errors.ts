import { AppError } from '#kernel';

/** `reason` is a half sentence: "its checksum is another". Nothing was changed. */
export function archiveDamaged(reason: string, cause?: unknown): AppError {
  return new AppError(
    'archive.damaged',
    `This archive cannot be restored: ${reason}. Nothing was changed. Bring its payloads back from a backup, then try again.`,
    { kind: 'conflict', details: { reason }, cause },
  );
}

/** Its chat's key is gone, and with it everything that the archive holds. */
export function archiveErased(): AppError {
  return new AppError(
    'archive.erased',
    'This archive cannot be restored: its contact was erased, and nobody can read it any more. The clean-up removes it when its time is over.',
    { kind: 'conflict' },
  );
}

export function notArchived(): AppError {
  return new AppError('archive.not-archived', 'This chat is not archived: there is nothing to restore.', {
    kind: 'conflict',
  });
}

/** The chat changed each time while it was being read. */
export function chatBusy(cause?: unknown): AppError {
  return new AppError('archive.chat-busy', 'Try again when this chat is quiet: it changed while it was archived.', {
    kind: 'unavailable',
    cause,
  });
}

/** `missing` are names of variables. */
export function storeNotSet(missing: readonly string[]): AppError {
  return new AppError(
    'archive.store-not-set',
    `Set ${missing.join(', ')}, or ARCHIVE_STORE to postgres or files: archives cannot go to S3 without.`,
    { kind: 'invalid' },
  );
}

/** The store of the archives did not do as it was told. */
export function storeFailed(what: string, cause: unknown): AppError {
  return new AppError('archive.store-failed', `${what} Look at ARCHIVE_STORE and its settings, then try again.`, {
    kind: 'unavailable',
    cause,
  });
}

export function fromAfterTo(): AppError {
  return new AppError('archive.from-after-to', 'Give a "from" that is not after "to".', { kind: 'invalid' });
}
