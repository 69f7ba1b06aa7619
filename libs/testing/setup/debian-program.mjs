// Programs that tests need and npm does not have. Root on Debian gets them by itself; elsewhere their absence fails in CI only.
import { spawnSync } from 'node:child_process';

/** The first of `commands` that runs here, after installing the Debian package when that is possible; undefined when there is none. */
export function findProgram(commands, debianPackage, what) {
  return findOrInstall(() => commands.find((command) => runs(command)), [debianPackage], what);
}

/** Whether PDFs can be made with letters of all the world, and looked into. */
export function findPdfTools() {
  const complete = () => runs('pdftotext', '-v') && runs('pdffonts', '-v') && PDF_LETTERS.every(hasFont);
  return findOrInstall(complete, PDF_PACKAGES, 'of PDF files') ?? false;
}

/** A letter of each of the fonts: an emoji, Chinese, Tamil. */
const PDF_LETTERS = ['1f9d1', '4f60', 'b95'];
const PDF_PACKAGES = ['poppler-utils', 'fontconfig', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** What `find` finds, after installing the Debian packages when that is possible; undefined when it still finds nothing. */
function findOrInstall(find, debianPackages, what) {
  const found = find() || installed(find, debianPackages);
  if (found) return found;
  const names = debianPackages.join(' ');
  const missing = `${names} missing; on Debian: apt-get install ${names}`;
  if (process.env.CI) throw new Error(missing);
  console.log(`Tests ${what} are skipped: ${missing}`);
  return undefined;
}

function installed(find, debianPackages) {
  if (process.getuid?.() !== 0 || !runs('apt-get')) return undefined;
  console.log(`Installing ${debianPackages.join(' ')} for the tests (apt-get, once) ...`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  return find();
}

function hasFont(letter) {
  const { status, stdout } = spawnSync('fc-list', [`:charset=${letter}`, 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function runs(command, flag = '--version') {
  return spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;
}
