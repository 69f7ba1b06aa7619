import type { WireCall } from '../wire.js';
import { Emitter } from './emitter.js';
import { createWid } from './wid.js';

/** The library watches the map for calls that come. */
class CallCollection extends Emitter {
  readonly _calls = new Map<string, object>();
}

const calls = new CallCollection();

export function ring({ id, from, isVideo, isGroup }: WireCall): void {
  calls._calls.set(id, {
    id,
    peerJid: createWid(from).toString(),
    isVideo,
    isGroup,
    canHandleLocally: false,
    outgoing: false,
    webClientShouldHandle: false,
    participants: [],
  });
}

export const callModules = {
  WAWebCallCollection: calls,
  WAWap: { wap: (...parts: unknown[]) => parts, generateId: () => crypto.randomUUID() },
  WADeprecatedSendIq: { deprecatedCastStanza: () => Promise.resolve() },
};
