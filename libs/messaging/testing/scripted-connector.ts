import { WhatsAppConnector } from '#whatsapp';

import { ScriptedPort } from './scripted-port.js';

/** Opens accounts that do what a test says. */
export class ScriptedConnector extends WhatsAppConnector {
  readonly name = 'simulator';
  readonly capabilities = new ScriptedPort('').capabilities;
  /** Every port that was opened, in order. */
  readonly opened: ScriptedPort[] = [];
  /** Told of each port before it is connected. */
  onOpen: (port: ScriptedPort) => void = () => undefined;

  open(accountId: string): ScriptedPort {
    const port = new ScriptedPort(accountId);
    this.opened.push(port);
    this.onOpen(port);
    return port;
  }

  /** All ports of an account, the latest last. */
  portsOf(accountId: string): readonly ScriptedPort[] {
    return this.opened.filter((port) => port.accountId === accountId);
  }

  /** The latest port of an account. */
  portOf(accountId: string): ScriptedPort {
    const port = this.portsOf(accountId).at(-1);
    if (!port) throw new Error('no port of this account was opened');
    return port;
  }
}
