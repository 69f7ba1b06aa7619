/** What a turn is besides its words. The numbers are stored: they stay as they are. */
export const TURN_SIGNS = {
  /** It ends with a question: what is looked for is more often in the answer. */
  asks: 1,
  /** It holds a question: what follows answers it. */
  hasQuestion: 2,
  /** It says when: "yesterday", "in May". */
  time: 4,
  /** It says how many. */
  number: 8,
  /** It quotes a title. */
  title: 16,
  /** It names somebody or something. */
  name: 32,
} as const;

/** One keyed token and how often the turn holds it (1-255). */
export interface TurnToken {
  /** 32 bits of the HMAC of the token. */
  readonly key: number;
  readonly count: number;
}

/** A turn as it is stored: nothing of it can be read without the key. */
export interface TurnFeatures {
  /** `TURN_SIGNS`, added up. */
  readonly signs: number;
  /** How many words it has that mean something. */
  readonly length: number;
  readonly tokens: readonly TurnToken[];
}

const VERSION = 1;
const HEAD_BYTES = 4;
const TOKEN_BYTES = 5;

/** version (1 byte), signs (1), length (2), then for each token its key (4) and count (1); big-endian. */
export function encodeFeatures({ signs, length, tokens }: TurnFeatures): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES + tokens.length * TOKEN_BYTES);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeUInt8(signs, 1);
  bytes.writeUInt16BE(Math.min(length, 0xffff), 2);
  tokens.forEach(({ key, count }, place) => {
    bytes.writeUInt32BE(key, HEAD_BYTES + place * TOKEN_BYTES);
    bytes.writeUInt8(Math.min(count, 0xff), HEAD_BYTES + place * TOKEN_BYTES + 4);
  });
  return bytes;
}

/** Undefined when it was written by another version. */
export function decodeFeatures(bytes: Buffer): TurnFeatures | undefined {
  if (bytes.length < HEAD_BYTES || bytes.readUInt8(0) !== VERSION) return undefined;
  const tokens: TurnToken[] = [];
  for (let at = HEAD_BYTES; at + TOKEN_BYTES <= bytes.length; at += TOKEN_BYTES) {
    tokens.push({ key: bytes.readUInt32BE(at), count: bytes.readUInt8(at + 4) });
  }
  return { signs: bytes.readUInt8(1), length: bytes.readUInt16BE(2), tokens };
}
