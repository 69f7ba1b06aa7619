import { Writable } from 'node:stream';

export interface RecordedLines {
  readonly lines: string[];
  /** For `PinoLogger.create`. */
  readonly destination: Writable;
}

/** A place for log lines that a test can look at. */
export function recordedLines(): RecordedLines {
  const lines: string[] = [];
  const destination = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      lines.push(line.toString());
      done();
    },
  });
  return { lines, destination };
}
