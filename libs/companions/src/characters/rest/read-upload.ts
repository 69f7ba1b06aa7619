import type { Multipart } from '@fastify/multipart';

import { AppError } from '#kernel';

import { brokenUpload, noUpload, uploadTooLarge } from '../characters.errors.js';

const BYTES_A_MEGABYTE = 1_048_576;
const MOST_FIELDS = 10;
const LONGEST_FIELD = 1_000;

/** A request as the parser of multipart bodies extends it. */
export interface MultipartRequest {
  isMultipart(): boolean;
  parts(options: { readonly limits: Readonly<Record<string, number>> }): AsyncIterable<Multipart>;
}

export interface Upload {
  readonly content: Buffer;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The one file of a multipart request, in memory, and its fields.
 * @throws AppError `character.no-file`, `character.upload-too-large`, `character.broken-upload`
 */
export async function readUpload(request: MultipartRequest, megabytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw noUpload();
  const limits = {
    fileSize: megabytes * BYTES_A_MEGABYTE,
    ...{ files: 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD },
  };
  try {
    return await taken(request.parts({ limits }));
  } catch (error) {
    throw failureOf(error, megabytes);
  }
}

async function taken(parts: AsyncIterable<Multipart>): Promise<Upload> {
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  for await (const part of parts) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file' || content) throw noUpload();
      content = await part.toBuffer();
    } else if (fields.has(part.fieldname)) throw noUpload();
    else fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '');
  }
  if (!content || content.length === 0) throw noUpload();
  return { content, fields };
}

/** The multipart parser throws plain errors for what is wrong with the body. */
function failureOf(error: unknown, megabytes: number): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  if ('code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return uploadTooLarge(megabytes);
  return 'statusCode' in error ? error : brokenUpload(error);
}
