import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import type { PageLine } from './page-line.js';
import type { WireSession } from './wire.js';

export interface OwnPhone {
  /** +E.164. */
  readonly phone: string;
  /** `…@lid`. */
  readonly lid: string;
  /** What the owner calls themselves. */
  readonly name?: string;
}

interface Device {
  readonly session: WireSession;
  /** Events that were there already when it was linked. */
  readonly history: number;
  confirmed: number;
}

export const OWN_PHONE: OwnPhone = { phone: '+34999999999', lid: '99999999999999@lid', name: 'Secretary' };
const SHOWN_WITHIN_MS = 30_000;
const CODE_LETTERS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** The owner's phone: which pages are linked to it, and how one comes to be. */
export class Linking {
  private readonly devices = new Map<string, Device>();
  /** What unlinked pages show. */
  private readonly refs = new Map<string, string>();
  private readonly codes = new Map<string, { readonly code: string; readonly phone: string }>();
  private owner = OWN_PHONE;

  constructor(private readonly lines: ReadonlySet<PageLine>) {}

  get me(): OwnPhone {
    return this.owner;
  }

  device(id: string): Device | undefined {
    return this.devices.get(id);
  }

  showQr(page: string, ref: string): void {
    this.refs.set(page, ref);
  }

  showCode(page: string, phone: string): string {
    const code = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
    this.codes.set(page, { code, phone });
    return code;
  }

  /** Links the page that shows a QR, and waits for one. */
  async scan(me: OwnPhone, history: () => number): Promise<void> {
    const line = await this.shown(this.refs, () => true, 'a page that shows a QR');
    this.link(line, me, history());
  }

  /** @throws Error when no page shows that code */
  async enter(code: string, history: () => number): Promise<void> {
    const line = await this.shown(this.codes, (shown) => shown.code === code, 'a page that shows this pairing code');
    const phone = this.codes.get(line.page)?.phone.replace(/\D/g, '') ?? '';
    this.link(line, { ...this.owner, phone: `+${phone}` }, history());
  }

  unlink(device: string): void {
    this.devices.delete(device);
  }

  unlinkAll(): void {
    this.devices.clear();
  }

  private link(line: PageLine, me: OwnPhone, history: number): void {
    this.owner = me;
    this.refs.delete(line.page);
    this.codes.delete(line.page);
    const session = {
      device: randomBytes(8).toString('hex'),
      pn: `${me.phone.replace(/\D/g, '')}@c.us`,
      lid: me.lid,
      pushname: me.name ?? 'Secretary',
    };
    this.devices.set(session.device, { session, history, confirmed: 0 });
    line.signal({ kind: 'paired', session });
  }

  private async shown<T>(shows: ReadonlyMap<string, T>, suits: (shown: T) => boolean, what: string): Promise<PageLine> {
    const deadline = performance.now() + SHOWN_WITHIN_MS;
    for (;;) {
      const line = [...this.lines].reverse().find(({ page }) => {
        const shown = shows.get(page);
        return shown !== undefined && suits(shown);
      });
      if (line) return line;
      // A wrong code is wrong at once; that no page shows anything yet may change.
      if ([...this.lines].some(({ page }) => shows.has(page))) throw new Error(`There is no ${what.slice(2)}.`);
      if (performance.now() > deadline) throw new Error(`Waited ${SHOWN_WITHIN_MS} ms for ${what}.`);
      await delay(10);
    }
  }
}
