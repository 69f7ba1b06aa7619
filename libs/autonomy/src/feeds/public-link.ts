/** Longer ones are not for people. */
const LONGEST = 500;
/** Names that lead somewhere else, or nowhere, for whoever is not in the house. */
const INDOORS = /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|test|home\.arpa)\.?$/u;

/**
 * An address that everybody in a group can open, as it is written to them; null for any other. `check` throws for what must not be called
 * either: credentials, odd ports, private addresses.
 */
export function publicLink(text: string | null, check: (url: string) => void): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { href, protocol, hostname } = new URL(text);
  if (protocol !== 'https:' || href.length > LONGEST) return null;
  if (!hostname.includes('.') || INDOORS.test(hostname)) return null;
  try {
    check(href);
  } catch {
    return null;
  }
  return href;
}
