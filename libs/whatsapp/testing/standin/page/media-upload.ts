interface Upload {
  readonly directPath: string;
  readonly filehash: string;
  readonly encFilehash: string;
  readonly mediaKey: string;
  readonly mediaKeyTimestamp: number;
}

interface MediaParams {
  readonly asSticker?: boolean;
  readonly asGif?: boolean;
  readonly isPtt?: boolean;
  readonly asDocument?: boolean;
}

/** A blob as WhatsApp passes it about. */
class OpaqueData {
  constructor(readonly blob: Blob) {}

  static createFromData(blob: Blob, _type: string): Promise<OpaqueData> {
    return Promise.resolve(new OpaqueData(blob));
  }

  url(): string {
    return URL.createObjectURL(this.blob);
  }

  formData(): Blob {
    return this.blob;
  }

  autorelease(): void {
    // A stand-in's page doesn't live long enough to run out of memory.
  }
}

/** What is known of an attachment while it is made ready. */
class MediaData {
  declare filehash: string;
  declare type: string;
  declare mimetype: string;
  declare filename: string | undefined;
  declare size: number;
  declare mediaBlob: OpaqueData;

  constructor(fields: object) {
    Object.assign(this, fields);
  }

  set(fields: object): void {
    Object.assign(this, fields);
  }

  toJSON(): object {
    return Object.fromEntries(Object.entries(this).filter(([name]) => name !== 'mediaBlob'));
  }
}

/** The same attachment, whatever the number of messages that carry it. */
class MediaObject {
  declare contentInfo: object;
  declare size: number;

  constructor(readonly filehash: string) {
    this.contentInfo = {};
  }

  consolidate(fields: object): void {
    Object.assign(this, fields);
  }
}

const objects = new Map<string, MediaObject>();
const blobs = new Map<string, Blob>();

async function prepared({ blob }: OpaqueData, params: MediaParams): Promise<MediaData> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  const filehash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  blobs.set(filehash, blob);
  return new MediaData({
    filehash,
    type: typeOf(blob.type, params),
    mimetype: blob.type,
    filename: blob instanceof File ? blob.name : undefined,
    size: blob.size,
    isGif: params.asGif ?? false,
    mediaBlob: new OpaqueData(blob),
  });
}

function typeOf(mimeType: string, { asSticker, isPtt, asDocument }: MediaParams): string {
  const kind = mimeType.split('/')[0] ?? '';
  if (asDocument) return 'document';
  if (asSticker) return 'sticker';
  if (kind === 'audio') return isPtt ? 'ptt' : 'audio';
  return kind === 'image' || kind === 'video' ? kind : 'document';
}

async function uploaded(blob: Blob): Promise<Upload> {
  const response = await fetch('/wa/media', { method: 'POST', body: blob });
  return (await response.json()) as Upload;
}

async function uploadMedia({ mediaObject }: { mediaObject: MediaObject }): Promise<object> {
  const blob = blobs.get(mediaObject.filehash) ?? new Blob();
  const upload = await uploaded(blob);
  return {
    mediaEntry: {
      ...upload,
      mmsUrl: upload.directPath,
      deprecatedMms3Url: upload.directPath,
      uploadHash: upload.encFilehash,
    },
  };
}

export const mediaUploadModules = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: {
    prepRawMedia: (data: OpaqueData, params: MediaParams) => ({ waitForPrep: () => prepared(data, params) }),
  },
  WAWebMediaStorage: {
    getOrCreateMediaObject: (filehash: string) => {
      const object = objects.get(filehash) ?? new MediaObject(filehash);
      objects.set(filehash, object);
      return object;
    },
  },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }: { type: string }) => type, castToV4: (type: string) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: () => undefined } },
  WAWebMediaMmsV4Upload: { uploadMedia, uploadUnencryptedMedia: uploadMedia },
  WAWebUploadManager: {
    encryptAndUpload: async ({ blob }: { blob: Blob }) => {
      const upload = await uploaded(blob);
      return { ...upload, url: upload.directPath };
    },
  },
  WAWebStartMediaUploadQpl: { startMediaUploadQpl: () => ({}) },
};
