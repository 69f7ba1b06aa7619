import { settings } from './settings.js';
import { Socket } from './socket.js';

/** The real page syncs for seconds, and so never before the library listens. */
const HEARD_WITHIN_MS = 5_000;
const FRAME_GAP_MS = 100;
/** Later than the library takes for the first time; at once, it would trip over itself. */
const AGAIN_AFTER_MS = 500;

/** Says that the page has synced, as the settings have it. */
export async function finishSync(): Promise<void> {
  await Socket.heard('change:hasSynced', HEARD_WITHIN_MS);
  if (settings.hasSynced === 'early' || settings.hasSynced === 'never') return;
  await new Promise((resolve) => setTimeout(resolve, settings.syncDelayMs));
  Socket.set({ hasSynced: true });
  if (settings.hasSynced !== 'duplicate') return;
  await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  Socket.trigger('change:hasSynced', Socket, true);
}

/** Frames of the page's own, once the library is there to be disturbed by them. */
export async function navigateFrames(): Promise<void> {
  if (settings.iframes === 0) return;
  await Socket.heard('change:hasSynced', HEARD_WITHIN_MS);
  for (let count = 0; count < settings.iframes; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, FRAME_GAP_MS));
    const frame = document.createElement('iframe');
    frame.src = `/frame?${count}`;
    document.body.append(frame);
  }
}
