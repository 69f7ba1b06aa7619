import { AppError } from '#kernel';

/** What a start failed for, as one line for whoever started us. Only a mistake of ours shows its stack. */
export function startFailure(error: unknown): string {
  if (error instanceof AppError) return `secretary: ${error.message} (${error.code})`;
  if (!(error instanceof Error)) return 'secretary: could not start: unknown error';
  const { code, port = '', stack } = error as NodeJS.ErrnoException & { readonly port?: number };
  switch (code ?? '') {
    case 'EADDRINUSE':
      return `secretary: The port ${port} is taken. Stop what uses it, or set PORT to another one (0 takes any free one).`;
    case 'EACCES':
      return 'secretary: The address or port is not allowed to this user. Set HOST and PORT to others.';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'secretary: HOST is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for all of its addresses.';
    default:
      return `secretary: could not start: ${stack ?? error.message}`;
  }
}
