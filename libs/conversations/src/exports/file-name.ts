const MAX_NAME = 120;

/** A name without what leads to another folder, reorders it for the eye, ends a mark of an export, or no file system takes; may be ''. */
export function safeFileName(name: string): string {
  const base = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*/\\]/g, '_');
  const cut = Array.from(base.trim()).slice(-MAX_NAME).join('');
  return cut.replace(/^[.\s]+/, '').trim();
}
