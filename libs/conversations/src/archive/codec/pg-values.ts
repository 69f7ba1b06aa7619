/** 1 January 2000, from which Postgres counts, in microseconds since 1970. */
const POSTGRES_EPOCH_MS = 946_684_800_000;

/** From 16 bytes. */
export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** A timestamptz, cut to milliseconds. */
export function dateOf(bytes: Buffer): Date {
  return new Date(Math.floor(Number(bytes.readBigInt64BE()) / 1_000) + POSTGRES_EPOCH_MS);
}

/** The same as text that Postgres reads back to the microsecond. */
export function timestampOf(bytes: Buffer): string {
  const micros = bytes.readBigInt64BE() + BigInt(POSTGRES_EPOCH_MS) * 1_000n;
  const millis = micros >= 0n ? micros / 1_000n : -((-micros + 999n) / 1_000n);
  const rest = Number(micros - millis * 1_000n);
  return new Date(Number(millis)).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
}

/** A text[] of one dimension; empty for null. */
export function textsOf(array: Buffer | undefined): string[] {
  return elementsOf(array).map((element) => element.toString('utf8'));
}

/** A real[] of one dimension; empty for null. */
export function realsOf(array: Buffer | undefined): number[] {
  return elementsOf(array).map((element) => element.readFloatBE());
}

/** [dimensions][nulls?][type] and, when it is not empty: [count][lower bound], then each element behind its length. */
function elementsOf(array: Buffer | undefined): Buffer[] {
  if (!array || array.readInt32BE() === 0) return [];
  const elements: Buffer[] = [];
  let at = 20;
  for (let count = array.readInt32BE(12); count > 0; count -= 1) {
    const length = Math.max(0, array.readInt32BE(at));
    elements.push(array.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return elements;
}
