import { post } from './server.js';
import { PAGE_ID, settings } from './settings.js';
import { Cmd, Conn, Socket } from './socket.js';

/** A page that nobody looks at shows its QR all the same. */
const SHOWN_AFTER_MS = 3_000;
let rotation: ReturnType<typeof setInterval> | undefined;

/** Shows a QR, and another now and then, until a phone has scanned one. */
export function showQr(): void {
  stopQr();
  Conn.set({ ref: newRef() });
  rotation = setInterval(() => {
    Conn.set({ ref: newRef() });
    void tell();
  }, settings.qrRotationMs);
  Socket.set({ state: 'UNPAIRED' });
  // Shown is what the library has taken over.
  void Conn.heard('change:ref', SHOWN_AFTER_MS).then(tell);
}

export function stopQr(): void {
  clearInterval(rotation);
  Conn.ref = undefined;
}

function tell(): Promise<unknown> {
  return Conn.ref === undefined
    ? Promise.resolve()
    : post('qr', { page: PAGE_ID, ref: Conn.ref }).catch(() => undefined);
}

function newRef(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `2@${btoa(String.fromCharCode(...bytes))}`;
}

async function startAltLinkingFlow(phone: string): Promise<string> {
  return (await post<{ code: string }>('code', { page: PAGE_ID, phone })).code;
}

Object.assign(Cmd, { refreshQR: showQr });

const KEY = new Uint8Array(32);

export const linkingModules = {
  WAWebAltDeviceLinkingApi: {
    setPairingType: () => undefined,
    initializeAltDeviceLinking: () => Promise.resolve(),
    startAltLinkingFlow,
    initializeQRLinking: () => Promise.resolve(),
  },
  WAWebLaunchSocketUtils: { refreshQR: showQr },
  WABase64: { encodeB64: (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)) },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: () => Promise.resolve({ staticKeyPair: { pubKey: KEY } }) } },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: () => Promise.resolve({ identityKeyPair: { pubKey: KEY } }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => btoa(String.fromCharCode(...KEY)) },
  WAWebMiscBrowserUtils: { info: () => ({ os: 'Linux', name: 'Chrome' }) },
};
