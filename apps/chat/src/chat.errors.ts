import { AppError } from '#kernel';

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

/** @param reason the server's own words, which are made to be shown */
export function refused(status: number, reason: string): AppError {
  return new AppError('chat.refused', reason || `The secretary answered with status ${status}.`, { kind: 'invalid' });
}

export function connectionLost(url: string): AppError {
  return new AppError('chat.connection-lost', `The connection to ${url} was lost.`, { kind: 'unavailable' });
}

export function noReply(seconds: number): AppError {
  return new AppError('chat.no-reply', `No reply came within ${seconds} s.`, { kind: 'unavailable' });
}

export function wrongUsage(reason: string): AppError {
  return new AppError(
    'chat.usage',
    `${reason} Usage: npm run chat -- --as +34600000001 --name Guest [--url URL] [--key KEY] [--wait SECONDS]`,
    { kind: 'invalid' },
  );
}
