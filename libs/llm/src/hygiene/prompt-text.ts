const NEEDED_BY_EMOJI = [
  String.raw`(?<=\p{Extended_Pictographic})\uFE0F`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})`,
].join('|');
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]`;
const KEEP_OR_STRIP = new RegExp(`(${NEEDED_BY_EMOJI})|${INVISIBLE}`, 'gu');

/**
 * The copy of a text that goes into a prompt: without characters that a person does not see and a model reads (the tag block,
 * zero width, bidi controls, variation selectors, control characters), since instructions hide in them. Joiners and selectors
 * stay where an emoji needs them; a flag of a region (tag block) becomes the plain flag. The stored original stays as it was.
 */
export function promptText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(KEEP_OR_STRIP, (_, needed: string | undefined) => needed ?? '');
}
