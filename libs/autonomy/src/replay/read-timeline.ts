import { unreadableTimeline } from './replay.errors.js';
import type { TimelineEvent } from './timeline-event.js';

const HEADER = 'second,event,author,characters,addressed_to,is_question';

/**
 * Reads a timeline in the CSV format of `testing/timelines`: numbers only, so nothing is quoted. Sorted by time, for logs are not always.
 * Throws `autonomy.timeline` with the line that can't be read.
 */
export function readTimeline(csv: string): TimelineEvent[] {
  const [header, ...lines] = csv.split(/\r?\n/);
  if (header?.trim() !== HEADER) throw unreadableTimeline(1, `the columns must be ${HEADER}`);
  return lines
    .flatMap((line, place) => (line === '' ? [] : [readLine(line, place + 2)]))
    .sort((a, b) => a.second - b.second);
}

function readLine(line: string, number: number): TimelineEvent {
  const [second, event, author, characters, addressedTo, isQuestion] = line.split(',');
  if (event !== 'message' && event !== 'join' && event !== 'leave')
    throw unreadableTimeline(number, 'the event must be message, join or leave');
  return {
    second: whole(second, number),
    event,
    author: whole(author, number),
    characters: whole(characters, number),
    addressedTo: addressedTo ? whole(addressedTo, number) : null,
    isQuestion: isQuestion === '1',
  };
}

function whole(text: string | undefined, line: number): number {
  if (!text || !/^\d{1,9}$/.test(text)) throw unreadableTimeline(line, 'times, authors and lengths are whole numbers');
  return Number(text);
}
