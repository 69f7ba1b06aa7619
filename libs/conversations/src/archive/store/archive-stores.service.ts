import { resolve } from 'node:path';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ArchiveConfig, StorageConfig } from '#config';

import { storeNotSet } from '../archive.errors.js';
import { ArchiveStore, type ArchiveStoreName } from './archive-store.js';
import { FileArchiveStore } from './file-archive-store.js';
import { PostgresArchiveStore } from './postgres-archive-store.js';
import { S3ArchiveStore, type S3Place } from './s3-archive-store.js';

/** The stores that there are: new archives go to the one of the settings, older ones are looked for where they were put. */
@Injectable()
export class ArchiveStores {
  private readonly stores: ReadonlyMap<ArchiveStoreName, ArchiveStore>;
  readonly current: ArchiveStore;

  /** Throws `archive.store-not-set` when `ARCHIVE_STORE` is s3 and its settings are not complete. */
  constructor(
    dataSource: DataSource,
    private readonly config: ArchiveConfig,
    { dataDir }: StorageConfig,
  ) {
    const place = s3PlaceOf(config);
    const stores: ArchiveStore[] = [
      new PostgresArchiveStore(dataSource),
      new FileArchiveStore(resolve(dataDir, 'archives')),
      ...(Array.isArray(place) ? [] : [new S3ArchiveStore(place)]),
    ];
    this.stores = new Map(stores.map((store) => [store.name, store]));
    this.current = this.of(config.store);
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
