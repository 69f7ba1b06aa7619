const MAX_NAME = 150;

/** `Content-Disposition` for a file that is to be saved, under a name that somebody else has chosen (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const plain = baseOf(name);
  const ascii = plain.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(plain).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Without folders, control characters, and what reorders the name for the eye. */
function baseOf(name: string): string {
  const base =
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const cut = Array.from(base)
    .slice(-MAX_NAME)
    .join('')
    .replace(/^[.\s]+/, '');
  return cut === '' ? 'attachment' : cut;
}
