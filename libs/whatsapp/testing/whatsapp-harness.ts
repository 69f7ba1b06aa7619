import type { TestMemory } from './test-memory.js';
import type { WhatsAppPort } from '../src/port/whatsapp.port.js';

export interface PhoneText {
  readonly id: string;
  /** +E.164 of the phone that writes. */
  readonly from: string;
  readonly name?: string;
  readonly body: string;
  /** Id of the group it is written in; the direct chat when left out. */
  readonly group?: string;
  readonly quotedId?: string;
}

export interface ReceivedText {
  readonly id: string;
  readonly body: string;
}

export interface PhoneSight {
  /** Whether "typing…" was shown, in the order in which it changed. */
  readonly typing: readonly boolean[];
  /** Ids of the phone's own messages that it sees as read. */
  readonly read: readonly string[];
}

/** The other side of an adapter under test: the phones and the line. */
export interface WhatsAppHarness {
  /** A port of a fresh account, not connected. */
  readonly port: WhatsAppPort;
  /** What the account's listeners took, over all its connections. */
  readonly memory: TestMemory;
  /** The longest text that the network takes, in UTF-16 units; 65,536 when left out. */
  readonly longestText?: number;
  /** Nobody can hide "typing…" again: it ends with our next message, or after a while. */
  readonly typingEndsByItself?: boolean;
  writeAsPhone(message: PhoneText): Promise<void>;
  /** A phone edits or deletes what it wrote. Only with `capabilities.history`. */
  editAsPhone?(chatId: string, id: string, body: string): Promise<void>;
  revokeAsPhone?(chatId: string, id: string): Promise<void>;
  /** What the phones in a chat received, repeats included, in order. */
  receivedIn(chatId: string): Promise<readonly ReceivedText[]>;
  /** What the phone in a direct chat saw besides messages, since the harness was made. */
  seenIn(chatId: string): PhoneSight;
  cutLine(): Promise<void>;
  restoreLine(): Promise<void>;
  /** From now on sends happen, but their answers are lost. */
  loseAnswers(): Promise<void>;
  /** From now on the first try of each send is refused. */
  refuseSends(): Promise<void>;
  close(): Promise<void>;
}
