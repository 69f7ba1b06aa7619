import type { StandIn } from '../stand-in.js';

interface PhoneCommand {
  readonly usage: string;
  readonly about: string;
  /** What to show; nothing when what happens shows itself. */
  run(standIn: StandIn, words: readonly string[]): Promise<string | undefined> | string | undefined;
}

const FAULT_VALUES: Readonly<Record<string, unknown>> = { true: true, false: false };

/** What can be typed in the stand-in's terminal. */
export const PHONE_COMMANDS: Readonly<Record<string, PhoneCommand>> = {
  scan: {
    usage: 'scan',
    about: "the owner's phone scans the QR that is shown now",
    run: async (standIn) => {
      await standIn.scanQr();
      return 'linked';
    },
  },
  code: {
    usage: 'code ABCD1234',
    about: 'the owner types a pairing code into the phone',
    run: async (standIn, [code = '']) => {
      await standIn.enterPairingCode(code);
      return 'linked';
    },
  },
  say: {
    usage: 'say +34600000001 hello',
    about: 'that phone writes',
    run: async (standIn, [from = '', ...words]) => {
      const id = await standIn.receive({ from, body: words.join(' ') });
      return `written · ${id}`;
    },
  },
  me: {
    usage: 'me +34600000001 hello',
    about: 'the owner writes to that phone, by hand',
    run: async (standIn, [phone = '', ...words]) => {
      await standIn.receive({ chat: `${phone.replace('+', '')}@c.us`, fromMe: true, body: words.join(' ') });
      return undefined;
    },
  },
  group: {
    usage: 'group 120363000000000001@g.us +34600000001 hello',
    about: 'that phone writes in a group',
    run: async (standIn, [chat = '', from = '', ...words]) => {
      await standIn.receive({ chat, from, body: words.join(' ') });
      return undefined;
    },
  },
  react: {
    usage: 'react +34600000001 ID 👍',
    about: 'that phone reacts to a message',
    run: (standIn, [from = '', id = '', emoji = '']) => {
      standIn.react({ chat: `${from.replace('+', '')}@c.us`, id }, from, emoji);
      return undefined;
    },
  },
  cut: { usage: 'cut', about: 'the network goes', run: async (standIn) => void (await standIn.cutLine()) },
  restore: { usage: 'restore', about: 'and comes back', run: async (standIn) => void (await standIn.restoreLine()) },
  reload: { usage: 'reload', about: 'the page loads itself again', run: (standIn) => void standIn.reload() },
  state: {
    usage: 'state UNPAIRED',
    about: 'the connection is in that state',
    run: (standIn, [state = '']) => void standIn.setState(state),
  },
  logout: {
    usage: 'logout',
    about: 'the owner unlinks us on the phone',
    run: (standIn) => void standIn.logoutFromPhone(),
  },
  fault: {
    usage: 'fault [NAME VALUE]',
    about: 'shows the faults, or sets one: fault loseAck true',
    run: (standIn, [name, value]) => {
      if (name === undefined || value === undefined) return JSON.stringify(standIn.faults, null, 2);
      if (!Object.hasOwn(standIn.faults, name)) return `There is no fault ${name}.`;
      const number = Number(value);
      Object.assign(standIn.faults, { [name]: FAULT_VALUES[value] ?? (Number.isNaN(number) ? value : number) });
      return undefined;
    },
  },
};

/** Does what was typed, and gives what to show. */
export async function runPhoneCommand(standIn: StandIn, line: string): Promise<string | undefined> {
  const [name = '', ...words] = line.trim().split(/\s+/);
  if (name === '') return undefined;
  const command = Object.hasOwn(PHONE_COMMANDS, name) ? PHONE_COMMANDS[name] : undefined;
  if (!command) return helpText();
  try {
    return await command.run(standIn, words);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function helpText(): string {
  return Object.values(PHONE_COMMANDS)
    .map(({ usage, about }) => `  ${usage.padEnd(50)} ${about}`)
    .join('\n');
}
