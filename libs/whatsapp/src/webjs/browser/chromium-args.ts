const ALWAYS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that nobody looks at must not be slowed down.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** The flags that Chromium is started with, `extra` ones last. Without its sandbox only as root, where it can't have one. */
export function chromiumArgs({ isRoot, extra }: { isRoot: boolean; extra: readonly string[] }): string[] {
  return [...ALWAYS, ...(isRoot ? ['--no-sandbox'] : []), ...extra];
}

/** Reads `CHROMIUM_ARGS`: separated by blanks; a blank within one is quoted, or written with a backslash before it. */
export function parseChromiumArgs(text: string): string[] {
  const words = text.match(/(?:[^\s"'\\]|\\.|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/\\(.)|"([^"]*)"|'([^']*)'/g, (_, escaped?: string, double?: string, single?: string) => {
      return escaped ?? double ?? single ?? '';
    }),
  );
}
