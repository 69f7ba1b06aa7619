import { AppError } from '#kernel';

/** Whether the request came to be heard: `no`: it never left; `maybe`: it left, and its answer was lost; `refused`: Graph said no. */
export type Heard = 'no' | 'maybe' | 'refused';

export interface GraphFailureFacts {
  readonly heard: Heard;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Graph's own numbers (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
  readonly code?: number;
  readonly subcode?: number;
  /** Graph says that another try may succeed. */
  readonly transient?: boolean;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A request to the Graph API that did not succeed. Graph's own words are left out: they may repeat what was sent. */
export class GraphFailure extends AppError {
  readonly heard: Heard;
  readonly status: number | undefined;
  readonly graphCode: number | undefined;
  readonly subcode: number | undefined;
  readonly transient: boolean;

  constructor({ heard, status, code, subcode, transient = false, ...options }: GraphFailureFacts) {
    super('cloud-api.graph-failure', textOf(heard, status, code), { kind: 'unavailable', ...options });
    this.heard = heard;
    this.status = status;
    this.graphCode = code;
    this.subcode = subcode;
    this.transient = transient;
  }
}

function textOf(heard: Heard, status?: number, code?: number): string {
  switch (heard) {
    case 'no':
      return "WhatsApp's Graph API cannot be reached.";
    case 'maybe':
      return `WhatsApp's Graph API gave no answer that can be read${status === undefined ? '' : ` (status ${status})`}.`;
    case 'refused':
      return `WhatsApp's Graph API refused (${code === undefined ? `status ${status}` : `error ${code}`}).`;
  }
}
