import type { AppError } from '#kernel';

import type { ConnectionState } from '../../port/connection-status.js';
import { sendFailed, sendRejected, sendUnknown } from '../../port/whatsapp.errors.js';
import type { GraphFailure } from './graph-failure.js';

/** What a failure says about the account, beyond the one request. */
export interface Trouble {
  readonly state: Extract<ConnectionState, 'DEGRADED' | 'RESTRICTED' | 'RECONNECTING'>;
  readonly reason: string;
}

export const TEMPLATE_NEEDED =
  'the contact has not written for 24 hours, and then WhatsApp takes an approved template only';

/** Seconds until another try, by Graph's code. WhatsApp's limits: 80 messages a second for a number, about one in 6 s for a recipient. */
const SLOW_DOWN: Readonly<Record<number, { readonly seconds: number; readonly reason: string }>> = {
  4: { seconds: 60, reason: 'the app makes too many requests' },
  80007: { seconds: 300, reason: 'the business account makes too many requests' },
  130429: { seconds: 5, reason: 'the number sends too many messages a second' },
  131048: { seconds: 3_600, reason: 'WhatsApp slows this number down, because messages of it were reported as spam' },
  131056: { seconds: 6, reason: 'too many messages to this recipient in a short time' },
  133016: { seconds: 3_600, reason: 'the number was registered too often' },
};

/** What will fail each time, in words for the operator. */
const NEVER: Readonly<Record<number, string>> = {
  100: 'WhatsApp takes no such message',
  130472: 'the recipient takes part in an experiment of WhatsApp',
  130497: 'WhatsApp does not let this number write to that country',
  131008: 'something in it is missing',
  131009: 'WhatsApp takes no such message',
  131021: 'the recipient is our own number',
  131026: 'the recipient cannot be reached: no WhatsApp, an old one, or the terms were not accepted',
  131030: 'a test number writes only to recipients that were listed at Meta',
  131047: TEMPLATE_NEEDED,
  131049: 'WhatsApp protects the recipient from more marketing',
  131050: 'the recipient wants no marketing from us',
  131051: 'WhatsApp takes no message of this type',
  131052: 'its media could not be loaded',
  131053: 'WhatsApp takes no media of this type or size',
};

const CHECK_TOKEN = 'Meta refuses the access token. Make a new one and set WHATSAPP_CLOUD_TOKEN.';
const CHECK_PERMISSION =
  'The access token may not do this. Give it whatsapp_business_messaging, or set another WHATSAPP_CLOUD_TOKEN.';
const CHECK_NUMBER = 'Meta knows no such number for this token. Check WHATSAPP_CLOUD_PHONE_NUMBER_ID.';
const REGISTER = 'The number is not registered for the Cloud API. Register it at Meta.';
const RESTRICTED =
  'Meta has restricted or locked the business account. See its Account Quality page, then start again.';

/** How long the account rests before it looks whether its trouble is over. */
const TROUBLE_SECONDS = 60;

/** A failed send in the port's words. */
export function sendErrorOf(failure: GraphFailure): AppError {
  const { heard, graphCode = 0, transient, retryAfterSeconds, status } = failure;
  if (heard === 'no') return sendFailed("WhatsApp's Graph API cannot be reached", failure);
  if (heard === 'maybe') return sendUnknown("WhatsApp's Graph API gave no answer that can be read", failure);
  const slowDown = SLOW_DOWN[graphCode] ?? (status === 429 ? { seconds: 60, reason: 'too many requests' } : undefined);
  if (slowDown) {
    return sendFailed(slowDown.reason, failure, { retryAfterSeconds: retryAfterSeconds ?? slowDown.seconds });
  }
  const trouble = troubleOf(failure);
  if (trouble) {
    // Until somebody has mended it, every try would end the same: the account rests, and no message uses up its tries.
    const rest = trouble.state === 'RECONNECTING' ? {} : { retryAfterSeconds: TROUBLE_SECONDS };
    return sendFailed(trouble.reason.replace(/\.$/, ''), failure, rest);
  }
  if (transient || failure.graphCode === undefined) return sendFailed('WhatsApp could not take it now', failure);
  return sendRejected(neverReason(graphCode), failure);
}

/** Why a message with this error code will never arrive; null when another try may succeed. */
export function neverArrives(code: number): string | null {
  if (NEVER[code] !== undefined || isTemplateError(code)) return neverReason(code);
  return null;
}

/** What the account suffers from; null when the failure is this one request's. */
export function troubleOf({ graphCode, subcode, status, heard, transient }: GraphFailure): Trouble | null {
  if (heard !== 'refused') return { state: 'RECONNECTING', reason: "WhatsApp's Graph API cannot be reached." };
  // Too fast is not ill.
  if (status === 429 || (graphCode !== undefined && SLOW_DOWN[graphCode])) return null;
  if (graphCode === 368 || graphCode === 131031) return { state: 'RESTRICTED', reason: RESTRICTED };
  if (graphCode === 0 || graphCode === 190 || (graphCode === undefined && status === 401)) return degraded(CHECK_TOKEN);
  if (graphCode === 3 || graphCode === 10 || (graphCode !== undefined && graphCode >= 200 && graphCode < 300)) {
    return degraded(CHECK_PERMISSION);
  }
  if (graphCode === 100 && subcode === 33) return degraded(CHECK_NUMBER);
  if (graphCode === 133010) return degraded(REGISTER);
  if (transient) return { state: 'RECONNECTING', reason: "WhatsApp's Graph API does not work at present." };
  return null;
}

function degraded(reason: string): Trouble {
  return { state: 'DEGRADED', reason };
}

function neverReason(code: number): string {
  const known =
    NEVER[code] ??
    (isTemplateError(code) ? 'there is no such approved template, or its places were not filled' : undefined);
  return `${known ?? 'WhatsApp refused it'} (error ${code})`;
}

/** 132000 to 132069: the template is missing, paused, disabled, or its parameters differ. */
function isTemplateError(code: number): boolean {
  return code >= 132_000 && code < 132_100;
}
