import { guardLine } from '../import/verbatim.js';
import { AuthorLabels } from './author-labels.js';
import type { RenderOptions, Transcript } from './transcript.js';
import { writeContent } from './txt-content.js';
import { WallClock } from './wall-clock.js';

/**
 * One chat as "Export chat" of an iPhone writes it where dates begin with the year, which can be read in one way only. Our import
 * reads it back: authors, texts, kinds, edits and deletions, and times to the second.
 */
export async function* renderTxt({ chat, read }: Transcript, options: RenderOptions): AsyncGenerator<string> {
  const clock = new WallClock(options.zone);
  const labels = new AuthorLabels(chat, options.me);
  for await (const page of read()) {
    let text = '';
    for (const message of page) {
      const { date, time } = clock.at(message.sentAt);
      const author = labels.labelOf(message) ?? labels.chat;
      const [first = '', ...more] = writeContent(message, options.withMedia).split('\n');
      text += [`[${date}, ${time}] ${author}: ${first}`, ...more.map(guardLine)].join('\n') + '\n';
    }
    yield text;
  }
}
