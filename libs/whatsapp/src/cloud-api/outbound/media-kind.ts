export type GraphMediaKind = 'image' | 'video' | 'audio' | 'sticker' | 'document';

const KIND_OF: Readonly<Record<string, GraphMediaKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'audio',
};

const MB = 1_048_576;

/** The largest that WhatsApp takes of each kind, in bytes (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media). */
const LARGEST: Readonly<Record<GraphMediaKind, number>> = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  sticker: MB / 2,
  document: 100 * MB,
};

/** As what a file is sent: as a document when it is too large for its own kind, or when that takes no caption and there is one. */
export function mediaKindOf(mimeType: string, bytes: number, caption: string): GraphMediaKind | null {
  const kind = KIND_OF[mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? 'document';
  const takesCaption = kind !== 'audio' && kind !== 'sticker';
  const fitting = bytes > LARGEST[kind] || (caption !== '' && !takesCaption) ? 'document' : kind;
  return bytes > LARGEST[fitting] ? null : fitting;
}
