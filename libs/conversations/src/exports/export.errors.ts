import { AppError } from '#kernel';

export function rangeBackwards(): AppError {
  return new AppError('export.range-backwards', 'Set "from" to a time before "to".', { kind: 'invalid' });
}

/** None of the chats that were asked for is there. */
export function noKnownChat(unknown: readonly string[]): AppError {
  return new AppError('export.no-chat', 'None of these chats is known. List the chats to find their ids.', {
    kind: 'not-found',
    details: { unknown_chat_ids: unknown },
  });
}

export function exportNotFound(): AppError {
  return new AppError('export.not-found', 'There is no such export. List the exports, or start one anew.', {
    kind: 'not-found',
  });
}

/** Its file was removed, because its time was over or by hand. */
export function exportExpired(): AppError {
  return new AppError(
    'export.expired',
    'The file of this export was removed when its time was over. Export the chats again.',
    {
      kind: 'not-found',
    },
  );
}

export function exportNotReady(taskId: string | null): AppError {
  return new AppError('export.not-ready', 'This export is not finished. Ask its task how far it is, then try again.', {
    kind: 'conflict',
    retryable: true,
    details: { task_id: taskId },
  });
}

export function exportFailed(reason: string | null): AppError {
  return new AppError('export.failed', `This export has no file, since it failed: ${reason ?? 'unknown'}`, {
    kind: 'conflict',
  });
}

/** Somebody who wrote in it was erased. */
export function exportErased(): AppError {
  return new AppError(
    'export.erased',
    'This export can no longer be opened: somebody who wrote in it was erased. Export the chats again to have the rest.',
    { kind: 'not-found' },
  );
}

export function exportFileMissing(): AppError {
  return new AppError(
    'export.file-missing',
    'The file of this export is not on this machine. Where API and workers are different machines, they must share DATA_DIR. Else export again.',
    { kind: 'not-found' },
  );
}

export function exportDamaged(): AppError {
  return new AppError('export.damaged', 'The file of this export is damaged. Export the chats again.');
}

/** A contact's key was destroyed while their messages were written. */
export function erasedMeanwhile(): AppError {
  return new AppError(
    'export.erased-meanwhile',
    'Somebody was erased during the export: it begins anew without them.',
    {
      kind: 'conflict',
      retryable: true,
    },
  );
}

/** Another run, or the operator, was faster. */
export function exportTaken(): AppError {
  return new AppError('export.taken', 'This export was removed or finished elsewhere meanwhile. Start another one.', {
    kind: 'conflict',
    retryable: false,
  });
}

export function noBrowserForPdf(cause: unknown): AppError {
  return new AppError(
    'export.no-browser',
    'PDF needs Chromium on the machine of the worker, and there is none that can be run: install it (Debian, Ubuntu: apt-get install chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji), or set CHROMIUM_PATH. Or export as html, and print that.',
    { kind: 'unavailable', retryable: false, cause },
  );
}

/** `scripts` are named as Unicode does, `packages` as Debian does. */
export function fontsMissing(scripts: readonly string[], packages: readonly string[]): AppError {
  return new AppError(
    'export.font-missing',
    `The worker's machine has no font for: ${scripts.join(', ')}. Install one (Debian, Ubuntu: apt-get install ${packages.join(' ')}), then export again. Or export as html.`,
    { kind: 'unavailable', retryable: false, details: { scripts, packages } },
  );
}

export function printFailed(how: string): AppError {
  return new AppError(
    'export.print-failed',
    `Chromium did not print the PDF (${how}). Look at the worker's memory and CHROMIUM_ARGS, export a shorter time, or export as html.`,
    { kind: 'internal', retryable: true },
  );
}
