import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

import { storeFailed } from '../archive.errors.js';
import { ArchiveStore, type StoredPayload } from './archive-store.js';

/** As many as S3 takes in one request. */
const MOST_DELETED = 1_000;

export interface S3Place {
  /** None: that of AWS for the region. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Payloads as objects of a bucket, on any server that speaks S3. They are sealed before they get there. */
export class S3ArchiveStore extends ArchiveStore {
  readonly name = 's3';
  private readonly client: S3Client;

  constructor(private readonly place: S3Place) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = place;
    this.client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      credentials: { accessKeyId, secretAccessKey },
      // Servers other than AWS's do not all know the newer checksums; each payload carries its own digest.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.doing('An archive could not be written to S3.', () =>
      this.client.send(new PutObjectCommand({ ...this.at(key), Body: bytes, ContentType: 'application/octet-stream' })),
    );
  }

  async get(key: string): Promise<Buffer | undefined> {
    return this.doing('An archive could not be read from S3.', async () => {
      try {
        const { Body: body } = await this.client.send(new GetObjectCommand(this.at(key)));
        return body && Buffer.from(await body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchKey'))
          return undefined;
        throw error;
      }
    });
  }

  async delete(keys: readonly string[]): Promise<void> {
    await this.doing('An archive could not be deleted from S3.', async () => {
      for (let at = 0; at < keys.length; at += MOST_DELETED) {
        const objects = keys.slice(at, at + MOST_DELETED).map((key) => ({ Key: this.at(key).Key }));
        const command = new DeleteObjectsCommand({
          Bucket: this.place.bucket,
          Delete: { Objects: objects, Quiet: true },
        });
        const { Errors: errors } = await this.client.send(command);
        if (errors && errors.length > 0) throw new Error(`${errors.length} objects were refused: ${errors[0]?.Code}`);
      }
    });
  }

  async list(after: string | null, limit: number): Promise<readonly StoredPayload[]> {
    const { bucket, prefix } = this.place;
    return this.doing('The bucket of the archives could not be listed.', async () => {
      const { Contents: objects } = await this.client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(after !== null && { StartAfter: this.at(after).Key }),
        }),
      );
      // A server gives a thousand at a time; those that are too many are asked for again.
      return (objects ?? []).slice(0, limit).map(({ Key: key = '', LastModified: at }) => ({
        key: key.slice(prefix.length),
        storedAt: at ?? new Date(),
      }));
    });
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.place.bucket, Key: `${this.place.prefix}${key}` };
  }

  private async doing<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw storeFailed(what, error);
    }
  }
}
