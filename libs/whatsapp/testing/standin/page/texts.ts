import type { Contact } from './people.js';

const LINK = /https?:\/\/\S+/g;

interface Link {
  readonly href: string;
}

function findLinks(text: unknown): Link[] {
  return typeof text === 'string' ? [...text.matchAll(LINK)].map(([href]) => ({ href })) : [];
}

function nameInCard(card: string): string {
  return /^FN:(.*)$/m.exec(card)?.[1]?.trim() ?? '';
}

export const textModules = {
  WALinkify: { findLinks, findLink: (text: unknown) => findLinks(text)[0] ?? null },
  WAWebFrontendVcardUtils: {
    vcardFromContactModel: ({ formattedName, id }: Contact) => ({
      displayName: formattedName,
      vcard: `BEGIN:VCARD\nVERSION:3.0\nFN:${formattedName}\nTEL;type=CELL;waid=${id.user}:+${id.user}\nEND:VCARD`,
    }),
  },
  WAWebVcardParsingUtils: { parseVcard: (card: string) => ({ card }) },
  WAWebVcardGetNameFromParsed: { vcardGetNameFromParsed: ({ card }: { card: string }) => nameInCard(card) },
  /** The library looks for these to change them; nothing here needs them. */
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
};
