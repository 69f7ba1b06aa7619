import { chmod, mkdir, readlink, realpath, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { profileInUse } from '../webjs.errors.js';
import { browsersOn, endBrowser } from './end-browser.js';
import { judgeLock } from './profile-lock.js';
import { deadOwner, ProfileOwner } from './profile-owner.js';

const SINGLETONS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];
const ENDING = { graceMs: 3_000, killMs: 5_000 };

/** The browser profile of one account: whoever has it has the account. One directory, for its owner's eyes only. */
export class Profile {
  private owner: ProfileOwner | undefined;

  private constructor(
    /** What `LocalAuth` gets: it keeps the profile in a folder below. */
    readonly root: string,
  ) {}

  static async open(sessions: string, accountId: string): Promise<Profile> {
    const root = join(sessions, accountId);
    await mkdir(join(root, 'session'), { recursive: true, mode: 0o700 });
    await chmod(root, 0o700);
    return new Profile(await realpath(root));
  }

  /** As Chromium's command line names it. */
  get userDataDir(): string {
    return join(this.root, 'session');
  }

  /**
   * Makes the profile ours: a browser that a former process left behind is ended, since it would still send, and a lock is cleared when
   * its owner is provably dead. Throws `whatsapp.profile-in-use`.
   */
  async claim(): Promise<void> {
    await mkdir(this.userDataDir, { recursive: true, mode: 0o700 });
    await this.endBrowsers();
    await this.clearLock();
    this.owner ??= await ProfileOwner.claim(this.root);
  }

  /** Ends whatever browser runs on it. */
  async endBrowsers(ending = ENDING): Promise<void> {
    const browsers = await browsersOn(this.userDataDir);
    await Promise.all(browsers.map((browser) => endBrowser(browser, ending)));
  }

  async release(): Promise<void> {
    await this.owner?.release();
    this.owner = undefined;
  }

  /** Forgets the account: the next start shows a QR. */
  async erase(): Promise<void> {
    await rm(this.userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private async clearLock(): Promise<void> {
    const target = await readlink(join(this.userDataDir, 'SingletonLock')).catch(() => null);
    const running = await browsersOn(this.userDataDir);
    const dead = target === null ? undefined : await deadOwner(this.root);
    const verdict = judgeLock({
      target,
      host: hostname(),
      runsHere: (pid) => running.some((browser) => browser.pid === pid),
      isOwnerDead: (host) => host === dead,
    });
    if (verdict === 'free') return;
    if (verdict !== 'stale') throw profileInUse(verdict.heldBy);
    for (const name of SINGLETONS) await rm(join(this.userDataDir, name), { force: true });
  }
}
