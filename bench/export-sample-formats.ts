export type SampleFormat = 'android-12h' | 'android-24h' | 'ios-12h' | 'ios-24h';

/** How one kind of phone writes an export. Times are shown in UTC. */
export interface FormatWriter {
  readonly encryptionNotice: string;
  readonly notice: string;
  readonly deleted: string;
  readonly deletedByMe: string;
  readonly edited: string;
  header(at: Date): string;
  body(author: string | null, text: string): string;
  media(number: number, caption: string): string;
}

const MARK = '\u200e';
const CHAT_NAME = 'Ana Vidal';

const english = {
  encryptionNotice:
    'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
  notice: 'Your security code with Ana Vidal changed. Tap to learn more.',
  deleted: 'This message was deleted',
  deletedByMe: 'You deleted this message',
  edited: '<This message was edited>',
};

const spanish = {
  encryptionNotice:
    'Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas en este chat pueden leerlos.',
  notice: 'Cambió tu código de seguridad con Ana Vidal. Toca para obtener más información.',
  deleted: 'Se eliminó este mensaje.',
  deletedByMe: 'Eliminaste este mensaje.',
  edited: '<Se editó este mensaje.>',
};

const android = {
  body: (author: string | null, text: string) => (author === null ? text : `${author}: ${text}`),
};

const iphone = {
  body: (author: string | null, text: string) =>
    author === null
      ? `${CHAT_NAME}: ${MARK}${text}`
      : `${author}: ${/^(?:This message was|You) deleted/.test(text) ? MARK : ''}${text}`,
};

export const SAMPLE_FORMATS: Readonly<Record<SampleFormat, FormatWriter>> = {
  'android-12h': {
    ...english,
    ...android,
    header: (at) =>
      `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${year(at)}, ${hour12(at)}:${two(at.getUTCMinutes())}\u202f${meridiem(at)} - `,
    media: (_, caption) => ['<Media omitted>', caption].filter(Boolean).join('\n'),
  },
  'android-24h': {
    ...spanish,
    ...android,
    header: (at) =>
      `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${year(at)}, ${at.getUTCHours()}:${two(at.getUTCMinutes())} - `,
    media: (number, caption) =>
      [`IMG-20210304-WA${String(number).padStart(4, '0')}.jpg (archivo adjunto)`, caption].filter(Boolean).join('\n'),
  },
  'ios-12h': {
    ...english,
    ...iphone,
    header: (at) =>
      `[${at.getUTCMonth() + 1}/${at.getUTCDate()}/${year(at)}, ${hour12(at)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}\u202f${meridiem(at)}] `,
    media: (number, caption) =>
      `${caption} ${MARK}<attached: ${String(number).padStart(8, '0')}-PHOTO-2021-03-04-08-12-05.jpg>`.trim(),
  },
  'ios-24h': {
    ...english,
    ...iphone,
    header: (at) =>
      `[${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${year(at)}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}] `,
    media: () => `${MARK}image omitted`,
  },
};

function year(at: Date): string {
  return two(at.getUTCFullYear() % 100);
}

function hour12(at: Date): number {
  return at.getUTCHours() % 12 || 12;
}

function meridiem(at: Date): string {
  return at.getUTCHours() < 12 ? 'AM' : 'PM';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
