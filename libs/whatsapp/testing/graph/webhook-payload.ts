import type { GraphNumber } from './graph-number.js';

export type GraphJson = Record<string, unknown>;

/** What a contact's phone writes. */
export interface ContactMessage {
  /** The wamid. */
  readonly id: string;
  /** +E.164. */
  readonly from: string;
  readonly name?: string;
  /** Meta's message object without its head: `{ type: 'text', text: { body } }`. */
  readonly content: GraphJson;
  readonly quotedWamid?: string;
  readonly at?: Date;
}

/** The webhook of a message, in the form of Meta's reference. */
export function messagePayload(number: GraphNumber, message: ContactMessage): GraphJson {
  const { id, from, name = 'Somebody', content, quotedWamid, at = new Date() } = message;
  const waId = from.slice(1);
  return envelope(number, 'messages', {
    contacts: [{ profile: { name }, wa_id: waId }],
    messages: [
      {
        ...{ from: waId, id, timestamp: seconds(at), ...content },
        ...(quotedWamid !== undefined && { context: { from: number.displayNumber, id: quotedWamid } }),
      },
    ],
  });
}

export interface StatusOf {
  readonly wamid: string;
  readonly to: string;
  readonly status: string;
  /** What came along with the request, '' for nothing. */
  readonly callback: string;
  readonly errorCode?: number;
}

export function statusPayload(number: GraphNumber, { wamid, to, status, callback, errorCode }: StatusOf): GraphJson {
  return envelope(number, 'messages', {
    statuses: [
      {
        ...{ id: wamid, status, timestamp: seconds(new Date()), recipient_id: to },
        ...(callback && { biz_opaque_callback_data: callback }),
        ...(errorCode !== undefined && { errors: [{ code: errorCode, title: 'failed' }] }),
      },
    ],
  });
}

export function envelope(number: GraphNumber, field: string, value: GraphJson): GraphJson {
  const metadata = { display_phone_number: number.displayNumber, phone_number_id: number.phoneNumberId };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
}

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1_000));
}
