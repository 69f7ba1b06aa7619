import type { MediaContent } from '../../port/media.js';
import { mediaTooLarge } from '../cloud-api.errors.js';
import type { GraphClient } from '../graph/graph-client.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { textIn } from '../json.js';

const BYTES_A_MEGABYTE = 1_048_576;
/** WhatsApp lets nobody send more. */
const LARGEST_MEGABYTES = 100;

/** An attachment by Meta's id for it; null when Meta has it no more. Throws `cloud-api.media-too-large`. */
export async function downloadMedia(graph: GraphClient, mediaId: string): Promise<MediaContent | null> {
  try {
    const info = await graph.media(mediaId);
    if (Number(info.file_size) > LARGEST_MEGABYTES * BYTES_A_MEGABYTE) throw mediaTooLarge(LARGEST_MEGABYTES);
    const data = await bytesOf(await graph.open(textIn(info, 'url')));
    return { mimeType: textIn(info, 'mime_type') || 'application/octet-stream', data };
  } catch (error) {
    if (error instanceof GraphFailure && isGone(error)) return null;
    throw error;
  }
}

/** What it says of its size is the sender's word: so it is counted, too. */
async function bytesOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > LARGEST_MEGABYTES * BYTES_A_MEGABYTE) throw mediaTooLarge(LARGEST_MEGABYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An id that Graph does not know (any more) is its error 100; an address that is over answers 404 or 410. */
function isGone({ heard, graphCode, status }: GraphFailure): boolean {
  return heard === 'refused' && (graphCode === 100 || status === 404 || status === 410);
}
