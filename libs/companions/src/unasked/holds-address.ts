const TOP_LEVELS =
  'com|net|org|info|biz|io|co|app|dev|me|ly|gg|tv|link|xyz|shop|site|online|top|club|ru|cn|uk|eu|es|de|fr|it|pt|br';
const ADDRESS = new RegExp(
  String.raw`:\/\/|www\.|@|[\p{L}\p{N}-]{2,}\.(?:${TOP_LEVELS})(?![\p{L}\p{N}])|\bdot (?:com|net|org)\b|\+?\d[\d ().-]{6,}\d`,
  'iu',
);

/** Whether a text holds a link, an address of mail or a number of a phone: what a friend's first word never does, and spam always. */
export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text);
}
