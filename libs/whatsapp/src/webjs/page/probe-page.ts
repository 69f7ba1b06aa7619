import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

/** Runs in the page: how it is connected, in its own words. */
export function socketState(): string {
  return window.require('WAWebSocketModel').Socket.state;
}

/** Runs in the page: shows a fresh QR after the last one has run out. */
export function refreshQr(): void {
  window.require('WAWebCmd').Cmd.refreshQR();
}
