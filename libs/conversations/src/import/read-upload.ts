import type { Multipart } from '@fastify/multipart';

import { AppError } from '#kernel';

import { brokenUpload, noFile, uploadTooLarge } from './import.errors.js';
import type { ImportFields } from './import-request.js';
import type { ImportUploads } from './import-uploads.service.js';

export interface Upload {
  readonly uploadId: string;
  /** What the file was called where it came from. */
  readonly fileName: string;
  readonly fields: ImportFields;
}

/**
 * Takes a multipart request apart: the one part `file` goes to disk as it comes, the rest are fields. Whatever goes wrong
 * on the way, no file stays. Throws `import.no-file`, `import.upload-too-large` and `import.broken-upload`.
 */
export async function readUpload(parts: () => AsyncIterable<Multipart>, uploads: ImportUploads): Promise<Upload> {
  const fields = new Map<string, string>();
  let kept: { uploadId: string; fileName: string } | undefined;
  try {
    for await (const part of parts()) {
      if (part.type === 'field') fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '');
      else if (part.fieldname !== 'file' || kept) throw noFile();
      else kept = { uploadId: await uploads.keep(part.file), fileName: part.filename };
    }
    if (!kept) throw noFile();
    return { ...kept, fields: Object.fromEntries(fields) };
  } catch (error) {
    if (kept) await uploads.remove(kept.uploadId);
    throw uploadFailure(error, uploads.maxMegabytes);
  }
}

/** The multipart parser throws plain errors for what is wrong with the body. A full disk is no fault of the caller. */
function uploadFailure(error: unknown, maxMegabytes: number): unknown {
  if (!(error instanceof Error) || error instanceof AppError || 'syscall' in error) return error;
  if ('code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return uploadTooLarge(maxMegabytes);
  return 'statusCode' in error ? error : brokenUpload(error);
}
