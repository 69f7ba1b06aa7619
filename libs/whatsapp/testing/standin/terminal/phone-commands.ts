import { OWN_PHONE } from '../linking.js';
import type { StandIn } from '../stand-in.js';

interface PhoneCommand {
  readonly usage: string;
  readonly about: string;
  /** What to show; nothing when what happens shows itself. */
  run(standIn: StandIn, words: readonly string[]): Promise<string | undefined> | string | undefined;
}

/** One green pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
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
    run: async (standIn, [from, ...words]) => {
      const id = await standIn.receive({ from: phoneOf(from), body: textOf(words) });
      return `written · ${id}`;
    },
  },
  picture: {
    usage: 'picture +34600000001 a caption',
    about: 'that phone sends a small picture',
    run: async (standIn, [from, ...words]) => {
      const media = { mimeType: 'image/png', data: PICTURE, fileName: 'picture.png', caption: words.join(' ') };
      const id = await standIn.receive({ from: phoneOf(from), media });
      return `sent · ${id}`;
    },
  },
  me: {
    usage: 'me +34600000001 hello',
    about: 'the owner writes to that phone, by hand',
    run: async (standIn, [phone, ...words]) => {
      const id = await standIn.receive({ chat: chatOf(phone), fromMe: true, body: textOf(words) });
      return `written · ${id}`;
    },
  },
  group: {
    usage: 'group 120363000000000001@g.us +34600000001 hello',
    about: 'that phone writes in a group; a text that begins with @me mentions us',
    run: async (standIn, [chat = '', from, ...words]) => {
      if (!chat.endsWith('@g.us')) throw new Error('Give the id of a group, such as 120363000000000001@g.us.');
      const body = textOf(words);
      const mentions = body.startsWith('@me') ? [`${OWN_PHONE.phone.replace('+', '')}@c.us`] : [];
      const id = await standIn.receive({ chat, from: phoneOf(from), body, mentions });
      return `written · ${id}`;
    },
  },
  edit: {
    usage: 'edit +34600000001 ID other words',
    about: 'that phone edits a message of its own',
    run: (standIn, [from, id, ...words]) => {
      standIn.edit({ chat: chatOf(from), id: idOf(id) }, textOf(words));
      return undefined;
    },
  },
  delete: {
    usage: 'delete +34600000001 ID',
    about: 'that phone deletes a message of its own for everybody',
    run: (standIn, [from, id]) => {
      standIn.revoke({ chat: chatOf(from), id: idOf(id) });
      return undefined;
    },
  },
  react: {
    usage: 'react +34600000001 ID 👍',
    about: 'that phone reacts to a message',
    run: (standIn, [from, id, emoji = '']) => {
      standIn.react({ chat: chatOf(from), id: idOf(id) }, phoneOf(from), emoji);
      return undefined;
    },
  },
  cut: { usage: 'cut', about: 'the network goes', run: async (standIn) => void (await standIn.cutLine()) },
  restore: { usage: 'restore', about: 'and comes back', run: async (standIn) => void (await standIn.restoreLine()) },
  reload: { usage: 'reload', about: 'the page loads itself again', run: (standIn) => void standIn.reload() },
  state: {
    usage: 'state UNPAIRED',
    about: 'the connection is in that state',
    run: (standIn, [state = '']) => {
      if (!/^[A-Z_]+$/.test(state))
        throw new Error('Give one of WhatsApp Web’s own states, such as UNPAIRED or CONFLICT.');
      standIn.setState(state);
      return undefined;
    },
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
      const faults: Readonly<Record<string, unknown>> = { ...standIn.faults };
      if (!Object.hasOwn(faults, name)) throw new Error(`There is no fault ${name}. Type fault to see all of them.`);
      const given = FAULT_VALUES[value] ?? (Number.isNaN(Number(value)) ? value : Number(value));
      if (typeof faults[name] === 'number' && typeof given !== 'number') throw new Error(`${name} takes a number.`);
      Object.assign(standIn.faults, { [name]: given });
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

function phoneOf(word: string | undefined): string {
  if (word === undefined || !/^\+\d{6,15}$/.test(word)) throw new Error('Give a phone number such as +34600000001.');
  return word;
}

function chatOf(word: string | undefined): string {
  return `${phoneOf(word).slice(1)}@c.us`;
}

function idOf(word: string | undefined): string {
  if (!word) throw new Error('Give the id of a message: it is shown when one is written.');
  return word;
}

function textOf(words: readonly string[]): string {
  if (words.length === 0) throw new Error('Give some words, too.');
  return words.join(' ');
}

export function helpText(): string {
  return Object.values(PHONE_COMMANDS)
    .map(({ usage, about }) => `  ${usage.padEnd(50)} ${about}`)
    .join('\n');
}
