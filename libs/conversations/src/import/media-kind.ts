import type { MessageKind } from '#whatsapp';

const KIND_OF_EXTENSION: Readonly<Record<string, MessageKind>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  heic: 'image',
  gif: 'image',
  webp: 'sticker',
  mp4: 'video',
  mov: 'video',
  '3gp': 'video',
  webm: 'video',
  opus: 'voice',
  ogg: 'voice',
  m4a: 'audio',
  mp3: 'audio',
  aac: 'audio',
  amr: 'audio',
  wav: 'audio',
  vcf: 'contact',
  pdf: 'document',
  doc: 'document',
  docx: 'document',
  xls: 'document',
  xlsx: 'document',
  ppt: 'document',
  pptx: 'document',
  csv: 'document',
  zip: 'document',
};

/** How the six languages begin the name of a thing that an iPhone left out. */
const KIND_OF_THING: readonly (readonly [RegExp, MessageKind])[] = [
  [/^(?:image|imagen|imagem|bild|immagine|foto)/i, 'image'],
  [/^(?:v[ií]d[eé]o|gif)/i, 'video'],
  [/^(?:sticker|figurinha|autocolante)/i, 'sticker'],
  [/^(?:[aá]udio)/i, 'audio'],
  [/^(?:contact|tarjeta|cart[aã]o|fiche|kontakt|scheda)/i, 'contact'],
];

/** The kind of a file, from the end of its name; undefined when we don't know the ending. */
export function kindOfFile(name: string): MessageKind | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(KIND_OF_EXTENSION, extension) ? KIND_OF_EXTENSION[extension] : undefined;
}

/** The kind of a thing that was left out, from its name in the export; a document's name may be anything. */
export function kindOfOmitted(thing: string): MessageKind {
  return KIND_OF_THING.find(([pattern]) => pattern.test(thing))?.[1] ?? 'document';
}
