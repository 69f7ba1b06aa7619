export interface MediaState {
  readonly type: string;
  /** `NEED_POKE` before, `RESOLVED` after a download, `ERROR_…` when there is nothing to get. */
  mediaStage: string;
}

/** How a download ends. */
export async function downloadedMedia(directPath: string): Promise<string> {
  const response = await fetch(directPath).catch(() => undefined);
  if (!response) return 'ERROR_UNKNOWN';
  if (response.status === 404) return 'ERROR_MISSING';
  return 'RESOLVED';
}

class MediaDownloadError extends Error {
  constructor(readonly status: number) {
    super(`media download failed: ${status}`);
  }
}

export const mediaDownloadModules = {
  WAWebDownloadManager: {
    downloadManager: {
      async downloadAndMaybeDecrypt({ directPath }: { directPath: string }): Promise<ArrayBuffer> {
        const response = await fetch(directPath);
        if (!response.ok) throw new MediaDownloadError(response.status);
        return response.arrayBuffer();
      },
    },
  },
};
