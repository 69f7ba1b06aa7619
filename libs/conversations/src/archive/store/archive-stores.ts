import { resolve } from 'node:path';

import type { DataSource } from 'typeorm';

import type { ArchiveConfig, StorageConfig } from '#config';

import { storeNotSet } from '../archive.errors.js';
import { type ArchiveStore, type ArchiveStoreName } from './archive-store.js';
import { FileArchiveStore } from './file-archive-store.js';
import { PostgresArchiveStore } from './postgres-archive-store.js';
import type { S3Place } from './s3-archive-store.js';

/** The stores that there are: new archives go to the one of the settings, older ones are looked for where they were put. */
export class ArchiveStores {
  private readonly stores: ReadonlyMap<ArchiveStoreName, ArchiveStore>;
  readonly current: ArchiveStore;

  private constructor(
    private readonly config: ArchiveConfig,
    stores: readonly ArchiveStore[],
  ) {
    this.stores = new Map(stores.map((store) => [store.name, store]));
    this.current = this.of(config.store);
  }

  /**
   * Loads the S3 client, which is large, only for those who have a bucket.
   * @throws AppError `archive.store-not-set` when `ARCHIVE_STORE` is s3 and its settings are not complete
   */
  static async open(dataSource: DataSource, config: ArchiveConfig, { dataDir }: StorageConfig): Promise<ArchiveStores> {
    const place = s3PlaceOf(config);
    return new ArchiveStores(config, [
      new PostgresArchiveStore(dataSource),
      new FileArchiveStore(resolve(dataDir, 'archives')),
      ...(Array.isArray(place) ? [] : [new (await import('./s3-archive-store.js')).S3ArchiveStore(place)]),
    ]);
  }

  /** Throws `archive.store-not-set`. */
  of(name: ArchiveStoreName): ArchiveStore {
    const store = this.stores.get(name);
    if (store) return store;
    const place = s3PlaceOf(this.config);
    throw storeNotSet(Array.isArray(place) ? place : []);
  }

  /** Those that there are settings for. */
  get all(): readonly ArchiveStore[] {
    return [...this.stores.values()];
  }
}

/** The place, or the names of the variables that are missing. */
function s3PlaceOf(config: ArchiveConfig): S3Place | string[] {
  const { s3Endpoint, s3Region, s3Prefix, s3Bucket, s3AccessKeyId, s3SecretAccessKey } = config;
  if (s3Bucket === undefined || s3AccessKeyId === undefined || s3SecretAccessKey === undefined) {
    return [
      ...(s3Bucket === undefined ? ['ARCHIVE_S3_BUCKET'] : []),
      ...(s3AccessKeyId === undefined ? ['ARCHIVE_S3_ACCESS_KEY_ID'] : []),
      ...(s3SecretAccessKey === undefined ? ['ARCHIVE_S3_SECRET_ACCESS_KEY'] : []),
    ];
  }
  return {
    endpoint: s3Endpoint,
    region: s3Region,
    prefix: s3Prefix,
    bucket: s3Bucket,
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
  };
}
