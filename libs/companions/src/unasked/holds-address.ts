/** Those that are seen most, and sold for little: what an app makes a link of. Not those that a word after a missing space often looks like. */
const TOP_LEVELS = [
  'com|net|org|info|biz|io|co|app|dev|me|ly|gg|tv|link|xyz|shop|site|online|top|club|ai|cc|pro|vip|icu|bet|win|live|store|page|space|fun|cloud|blog',
  'wiki|mobi|website|click|cyou|sbs|su|tk|ml|cf|gq|pw|ws|ru|cn|uk|eu|es|de|fr|it|pt|br|us|ca|au|jp|kr|nl|ch|pl|cz|gr|tr|ua|ro|hu|mx|ar|cl|za|ng|id',
  'vn|ph|sg|hk|tw|ae|xn--[a-z0-9-]+',
].join('|');
const ADDRESS = new RegExp(
  String.raw`:\/\/|www\.|@|[\p{L}\p{N}-]{2,}\.(?:${TOP_LEVELS})(?![\p{L}\p{N}])|[\p{L}\p{N}]\.\p{L}{2,}\/[\p{L}\p{N}]|\bdot (?:com|net|org)\b|\+?\d[\d ().-]{6,}\d`,
  'iu',
);

/** Whether a text holds a link, an address of mail or a number of a phone: what a friend's first word never does, and spam always. */
export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text);
}
