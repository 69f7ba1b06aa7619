import { AppError } from '#kernel';

/** There is no browser to run WhatsApp Web in. */
export function noChromium(looked: readonly string[]): AppError {
  return new AppError(
    'whatsapp.no-chromium',
    `There is no Chromium on this machine. Install one (Debian, Ubuntu: apt-get install chromium; anywhere: npm install @sparticuz/chromium), or set CHROMIUM_PATH to yours. Looked at: ${looked.join(', ')}.`,
    { kind: 'unavailable', retryable: false },
  );
}

/** `CHROMIUM_PATH` names something that can't be run. */
export function chromiumNotRunnable(path: string): AppError {
  return new AppError(
    'whatsapp.no-chromium',
    `CHROMIUM_PATH is ${path}, where no program is that can be run. Correct it, or leave it out to have Chromium found (Debian, Ubuntu: apt-get install chromium).`,
    { kind: 'unavailable', retryable: false },
  );
}

/** Somebody else, who may be alive, holds the browser profile. */
export function profileInUse(owner: string): AppError {
  return new AppError(
    'whatsapp.profile-in-use',
    `The browser profile of this account is in use by ${owner}. Stop the program there; if that machine is gone for good, delete the file SingletonLock in the profile.`,
    { kind: 'conflict', retryable: false },
  );
}
