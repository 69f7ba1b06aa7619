import type { GraphJson } from './webhook-payload.js';

/** A message on a recipient's phone. */
export interface GraphDelivery {
  readonly wamid: string;
  /** Digits only. */
  readonly to: string;
  readonly type: string;
  /** Text, caption, or name of the template. */
  readonly body: string;
  /** What came along as `biz_opaque_callback_data`. */
  readonly callback: string;
  readonly quotedWamid: string | null;
  /** The request as it came. */
  readonly request: GraphJson;
}

/** What recipients saw: every message in order, one for each request, as the real API would. */
export class GraphPhones {
  readonly deliveries: GraphDelivery[] = [];
  readonly read: string[] = [];
  readonly typing: string[] = [];
  /** Who wrote which message to us: only those can be marked. */
  readonly written = new Map<string, string>();

  in(to: string): GraphDelivery[] {
    return this.deliveries.filter((delivery) => delivery.to === to);
  }

  /** The phone that wrote a message, '' when nobody did. */
  writerOf(wamid: string): string {
    return this.written.get(wamid) ?? '';
  }

  wamidOfCallback(id: string): string | undefined {
    return this.deliveries.findLast(({ callback }) => callback.split('.')[0] === id)?.wamid;
  }
}
