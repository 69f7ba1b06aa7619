import { AppError } from '#kernel';

export function accountNotFound(): AppError {
  return new AppError('account.not-found', 'There is no such account. GET /api/whatsapp/accounts lists them.', {
    kind: 'not-found',
  });
}

export function accountNameTaken(): AppError {
  return new AppError('account.name-taken', 'There is an account of that name. Choose another name.', {
    kind: 'conflict',
  });
}

/** Nobody is there who could do it. */
export function accountNotRunning(): AppError {
  return new AppError(
    'account.not-running',
    'No process runs the account. POST …/start it, make sure that a connector runs, and try again.',
    { kind: 'conflict' },
  );
}

export function noQrCode(state: string): AppError {
  return new AppError('account.no-qr', `No QR code is shown: the account is ${state}. ${adviceFor(state)}`, {
    kind: 'conflict',
    details: { state },
  });
}

/** An account of this connector is linked by its settings. */
export function linkedBySettings(connector: string): AppError {
  return new AppError(
    'account.no-qr',
    `No QR code is shown: an account of the connector ${connector} has no phone to be linked.`,
    { kind: 'conflict' },
  );
}

export function noPairingAnswer(): AppError {
  return new AppError(
    'account.no-pairing-code',
    'The connector gave no code in time. Look at the state of the account, and ask again.',
    { kind: 'unavailable', retryAfterSeconds: 5 },
  );
}

/** What the connector said when it was asked for a pairing code. */
export function pairingRefused(code: string, message: string): AppError {
  return new AppError(code, message, { kind: 'conflict' });
}

function adviceFor(state: string): string {
  switch (state) {
    case 'READY':
    case 'DEGRADED':
    case 'SYNCING':
      return 'A phone is linked. POST …/logout and then …/start to link another.';
    case 'STARTING':
    case 'RECONNECTING':
      return 'Ask again in a few seconds.';
    case 'WAIT_QR':
    case 'PAIRING':
      return 'It waits for the pairing code to be typed into the phone. POST …/pairing-code makes a new one; POST …/stop and …/start bring the QR code back.';
    default:
      return 'POST …/start begins anew.';
  }
}

/** The settings of the Cloud API hold one number. */
export function oneNumberOnly(): AppError {
  return new AppError(
    'account.one-number-only',
    'The Cloud API runs one number per installation. Run another installation for another number.',
    { kind: 'conflict' },
  );
}
