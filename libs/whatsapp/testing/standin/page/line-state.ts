import { Emitter } from './emitter.js';

const line = new Emitter();
let isUp = false;

/** Resolves when the page has its line to the server. */
export function connected(): Promise<void> {
  return isUp ? Promise.resolve() : new Promise((resolve) => line.once('up', () => resolve()));
}

export function setLine(up: boolean): void {
  isUp = up;
  if (up) line.trigger('up');
}
