import { cleanText } from '#kernel';

/** UTF-16 units. */
const LONGEST = 60;
/** More of an output is not looked at. */
const READ = 2_000;
const SPACES = /[\s\p{Cc}\p{Cf}]+/gu;
const AROUND = /^[\s"'“”«»„*#_`.:-]+|[\s"'“”«»„*#_`.:,;-]+$/gu;
const LINK = /https?:|www\.|\b[\w-]+\.(?:com|net|org|io)\b/i;

/** One line of at most 60 units, cut between words; null when nothing of it can be a title. */
export function acceptTitle(output: string): string | null {
  const line = cleanText(output.slice(0, READ)).replace(SPACES, ' ').replace(AROUND, '');
  if (line === '' || LINK.test(line)) return null;
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, end > LONGEST / 2 ? end : undefined)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .replace(AROUND, '')}…`;
}
