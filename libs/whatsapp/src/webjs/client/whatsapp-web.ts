import type { ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';

import library from 'whatsapp-web.js';

/** A frame of a page, as far as we need to know it. */
interface Frame {
  url(): string;
}

/** Puppeteer's page, as far as we use it. */
export interface BrowserPage {
  evaluate<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  evaluate(script: string): Promise<unknown>;
  exposeFunction(name: string, work: (...args: never[]) => unknown): Promise<void>;
  waitForFunction(script: string, options: { timeout: number; polling: number }): Promise<unknown>;
  mainFrame(): Frame;
  on(event: 'error' | 'close', listener: () => void): void;
  on(event: 'framenavigated', listener: (frame: Frame) => void): void;
}

/** Puppeteer's browser, as far as we use it. */
export interface Browser {
  process(): ChildProcess | null;
  close(): Promise<void>;
  on(event: 'disconnected', listener: () => void): void;
}

export interface AuthStrategy {
  logout(): Promise<void>;
}

export interface ClientOptions {
  readonly authStrategy: AuthStrategy;
  readonly webVersionCache: { readonly type: 'none' };
  readonly authTimeoutMs: number;
  readonly evalOnNewDoc: () => void;
  readonly puppeteer: {
    readonly headless: boolean;
    readonly executablePath: string;
    readonly args: readonly string[];
    readonly pipe: boolean;
    readonly protocolTimeout: number;
    readonly timeout: number;
    readonly handleSIGINT: boolean;
    readonly handleSIGTERM: boolean;
    readonly handleSIGHUP: boolean;
  };
}

/** An attachment as the library downloads it. */
export interface DownloadedMedia {
  readonly mimetype: string;
  /** Base64. */
  readonly data: string;
}

/** A message as the library makes it from the page's model. Its `id` lacks `_serialized` since WhatsApp renamed the field. */
export interface LibraryMessage {
  id: { readonly fromMe: boolean; readonly remote: unknown; readonly id: string; _serialized?: string };
  readonly rawData: unknown;
  readonly hasMedia: boolean;
  downloadMedia(): Promise<DownloadedMedia | undefined>;
}

/** The library's `Client`, with the parts that its own types leave out or call private. */
export interface LibraryClient extends EventEmitter {
  readonly pupPage: BrowserPage | null;
  readonly pupBrowser: Browser | null;
  initialize(): Promise<void>;
  inject(): Promise<void>;
  initWebVersionCache(): Promise<void>;
  attachEventListeners(): Promise<void>;
  destroy(): Promise<void>;
  logout(): Promise<void>;
  requestPairingCode(phone: string): Promise<string>;
  getMessageById(serialized: string): Promise<LibraryMessage | null>;
}

interface Library {
  readonly Client: new (options: ClientOptions) => LibraryClient;
  readonly LocalAuth: new (options: { readonly dataPath: string; readonly clientId?: string }) => AuthStrategy;
}

/**
 * The one place that touches the library's own types: they describe less than it has, and some of it wrongly. Checked against
 * 1.34.7; another version has to pass the contract suite first.
 */
export const { Client, LocalAuth } = library as unknown as Library;
