import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { SAMPLE_FORMATS, type SampleFormat } from './export-sample-formats.js';
import { seededRandom } from './seeded-random.js';

export interface SampleOptions {
  /** Lines of the file; a message of several lines is never cut, so it may be a few more. */
  readonly lines: number;
  readonly format: SampleFormat;
  /** The same seed gives the same file. */
  readonly seed: number;
}

/** What the written file holds, to compare an import with. */
export interface SampleExport {
  readonly me: string;
  readonly other: string;
  readonly lines: number;
  /** System lines included. */
  readonly messages: number;
  readonly systemLines: number;
  readonly media: number;
}

const ME = 'Marta Ríos';
const OTHER = 'Ana Vidal';
const FIRST_MESSAGE = Date.UTC(2021, 2, 4, 8, 12, 5);
const WORDS =
  `the we you a train house dinner tomorrow maybe never still garden paper window coffee bring call late early morning
  ticket doctor sister birthday present keys street rain sun weekend market bread photo song film holiday boat river
  paint kitchen bicycle doesn't funny sorry great thanks wait really honest little long blue seven again about with`.split(
    /\s+/,
  );
const EMOJI = ['😂', '👍🏽', '❤️', '👩‍👩‍👧', '🎉', '🙈'];

/** Writes a chat between two people as WhatsApp itself would export it: with media, edits, deletions and system lines. */
export async function writeSampleExport(path: string, options: SampleOptions): Promise<SampleExport> {
  const format = SAMPLE_FORMATS[options.format];
  const random = seededRandom(options.seed);
  const file = createWriteStream(path);
  const counts = { lines: 0, messages: 0, systemLines: 0, media: 0 };
  let instant = FIRST_MESSAGE;

  const write = (author: string | null, text: string): void => {
    file.write(format.header(new Date(instant)) + format.body(author, text) + '\n');
    counts.lines += text.split('\n').length;
    counts.messages += 1;
    if (author === null) counts.systemLines += 1;
  };

  write(null, format.encryptionNotice);
  while (counts.lines < options.lines) {
    instant += Math.ceil(random() ** 6 * 21_600_000) + 1_000;
    const author = random() < 0.5 ? ME : OTHER;
    const dice = random();
    if (dice < 0.002) write(null, format.notice);
    else if (dice < 0.01) write(author, author === ME ? format.deletedByMe : format.deleted);
    else if (dice < 0.05) {
      write(author, format.media(counts.messages, random() < 0.3 ? sentence(random) : ''));
      counts.media += 1;
    } else if (dice < 0.07) write(author, `${sentence(random)} ${format.edited}`);
    else if (dice < 0.12) write(author, `${sentence(random)}\n${sentence(random)}\n\n- ${sentence(random)}`);
    else write(author, sentence(random));
  }
  file.end();
  await finished(file);
  return { me: ME, other: OTHER, ...counts };
}

function sentence(random: () => number): string {
  const words = Array.from(
    { length: 1 + Math.floor(random() * 14) },
    () => WORDS[Math.floor(random() * WORDS.length)]!,
  );
  const end = random() < 0.15 ? ` ${EMOJI[Math.floor(random() * EMOJI.length)]}` : random() < 0.2 ? '?' : '';
  return words.join(' ') + end;
}
