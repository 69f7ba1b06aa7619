import { AppError } from '#kernel';

/** Why a target is not called: each is something that the operator can do something about. */
export type Refusal = 'not-a-url' | 'credentials' | 'plain-http' | 'port' | 'private-address';

const WHAT_TO_DO: Readonly<Record<Refusal, string>> = {
  'not-a-url': 'Give a whole URL, such as https://example.com/hook.',
  credentials: 'Leave user and password out of the URL.',
  'plain-http':
    'Use https. Plain http is for hosts that OUTBOUND_ALLOW names, written as in the URL: OUTBOUND_ALLOW=localhost is for http://localhost.',
  port: 'Use port 443, or one from 1024 on. Others are for hosts that OUTBOUND_ALLOW names.',
  'private-address':
    'The host leads to a private or reserved address. If that is meant, name the host as the URL does (OUTBOUND_ALLOW=localhost) or its range in OUTBOUND_ALLOW.',
};

export const targetRefused = (reason: Refusal) =>
  new AppError('outbound.refused', WHAT_TO_DO[reason], { kind: 'invalid', details: { reason } });

export const targetRedirects = (status: number) =>
  new AppError('outbound.redirect', `The target answered ${status}, a redirect. Give the address it leads to.`, {
    kind: 'invalid',
    details: { status },
  });

export const answerTooLarge = (bytes: number) =>
  new AppError('outbound.too-large', `The target answered more than ${bytes} bytes.`, { kind: 'invalid' });

export const targetTooSlow = (milliseconds: number) =>
  new AppError('outbound.timeout', `The target took longer than ${milliseconds} ms.`, { kind: 'unavailable' });

/** `reason` is the code of the system or of TLS, such as ECONNREFUSED. */
export const targetUnreachable = (reason: string, cause: unknown) =>
  new AppError(
    'outbound.unreachable',
    `The target could not be reached (${reason}). Check its host, port and certificate.`,
    {
      kind: 'unavailable',
      details: { reason },
      cause,
    },
  );
