import { AppError } from '#kernel';

import { USAGE } from './chat-usage.js';

export function notRunning(url: string): AppError {
  return new AppError('chat.not-running', `Nobody answers at ${url}. Start the secretary first: npm start`, {
    kind: 'unavailable',
  });
}

export function noKey(path: string): AppError {
  return new AppError('chat.no-key', `There is no key in ${path}. Start the secretary once, or give one with --key.`, {
    kind: 'unauthenticated',
  });
}

export function keyRefused(): AppError {
  return new AppError('chat.key-refused', 'The key was refused. Give the right one with --key, or set DATA_DIR.', {
    kind: 'unauthenticated',
  });
}

export function noSimulator(url: string): AppError {
  return new AppError(
    'chat.no-simulator',
    `The secretary at ${url} does not speak to simulated phones. Start it with WHATSAPP_CONNECTOR=simulator.`,
    { kind: 'not-found' },
  );
}

/** @param problem the server's own words, which are made to be shown */
export function refused(
  status: number,
  { code, detail }: { readonly code: string; readonly detail: string },
): AppError {
  return new AppError('chat.refused', detail || `The secretary answered with status ${status}.`, {
    kind: 'invalid',
    details: { code },
  });
}

export function connectionLost(url: string): AppError {
  return new AppError('chat.connection-lost', `The connection to ${url} was lost.`, { kind: 'unavailable' });
}

/** @param why what the secretary says of it */
export function noReply(seconds: number, why: string): AppError {
  return new AppError('chat.no-reply', `No reply came within ${seconds} s. ${why}`, { kind: 'unavailable' });
}

export function notSecretary(url: string): AppError {
  return new AppError(
    'chat.not-secretary',
    `What listens at ${url} does not answer like this program. Give the address of the secretary with --url, or set PORT as you did for npm start.`,
    { kind: 'unavailable' },
  );
}

export function wrongUsage(reason: string): AppError {
  return new AppError('chat.usage', `${reason} Usage: ${USAGE}`, { kind: 'invalid' });
}
