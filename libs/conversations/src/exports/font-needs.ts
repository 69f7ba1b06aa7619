import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { fontsMissing } from './export.errors.js';

const run = promisify(execFile);

const EMOJI = 'Emoji';
/** One that fonts of symbols do not have: they have a few of the others, without colours. */
const ANY_EMOJI = '\u{1f9d1}';
const CJK = 'fonts-noto-cjk';
const CORE = 'fonts-noto-core';
/** The scripts that people write in, by the Debian package that has a font for them. */
const SCRIPTS: readonly (readonly [name: string, debianPackage: string, characters: RegExp])[] = [
  [EMOJI, 'fonts-noto-color-emoji', /\p{Emoji_Presentation}/u],
  ...['Han', 'Hiragana', 'Katakana', 'Hangul'].map((name) => script(name, CJK)),
  ...['Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Hebrew', 'Arabic'].map((name) => script(name, CORE)),
  ...['Ethiopic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil'].map((name) => script(name, CORE)),
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan'].map((name) => script(name, CORE)),
  ...['Myanmar', 'Khmer', 'Mongolian'].map((name) => script(name, CORE)),
];
// eslint-disable-next-line no-control-regex -- what every font has
const PLAIN = /^[\u0000-\u024f]*$/;

/** Which fonts a text needs: without them a PDF shows boxes. Holds one character a script. */
export class FontNeeds {
  private readonly samples = new Map<string, { readonly debianPackage: string; readonly letter: string }>();
  private readonly checked = new Set<string>();

  add(text: string): void {
    if (PLAIN.test(text)) return;
    for (const [name, debianPackage, characters] of SCRIPTS) {
      const letter = this.samples.has(name) ? undefined : characters.exec(text)?.[0];
      if (letter === undefined) continue;
      this.samples.set(name, { debianPackage, letter: name === EMOJI ? ANY_EMOJI : letter });
    }
  }

  /** Asks fontconfig, which Chromium asks, too; where it cannot be asked nothing is said. Throws `export.font-missing`. */
  async check(search: FontSearch = hasFont): Promise<void> {
    const asked = [...this.samples].filter(([name]) => !this.checked.has(name));
    const missing: (typeof asked)[number][] = [];
    for (const one of asked) {
      if (await search(one[1].letter)) this.checked.add(one[0]);
      else missing.push(one);
    }
    if (missing.length === 0) return;
    const packages = new Set(missing.map(([, { debianPackage }]) => debianPackage));
    throw fontsMissing(
      missing.map(([name]) => name),
      [...packages],
    );
  }
}

/** Whether there is a font with the letter. */
export type FontSearch = (letter: string) => Promise<boolean>;

async function hasFont(letter: string): Promise<boolean> {
  try {
    const { stdout } = await run('fc-list', [`:charset=${letter.codePointAt(0)?.toString(16)}`, 'family']);
    return stdout.trim() !== '';
  } catch {
    return true;
  }
}

function script(name: string, debianPackage: string): readonly [string, string, RegExp] {
  return [name, debianPackage, new RegExp(`\\p{Script=${name}}`, 'u')];
}
