const MOST_FRAMES = 12;
const FRAME = /^\s+at (?:.* \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>|native).*$/;

/**
 * Where an error came from: the frames of its stack, nearest first. The stack's head repeats the message, so that is cut
 * off as a whole: a message may itself contain lines that look like frames. Empty when the head is not the message.
 */
export function stackFrames(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  const lines = stack.slice(start + error.message.length).split('\n');
  return lines
    .slice(1)
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().replace(/^at /, ''));
}
