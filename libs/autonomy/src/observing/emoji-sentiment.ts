import { SENTIMENT_LEXICON } from '#conversations';

/** A base emoji with all that may be joined to it: a selector, a tone of skin, another emoji. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*)*/gu;
const SKIN = /\p{Emoji_Modifier}/gu;
/** Who pastes a wall of hearts says it once. */
const MOST_EMOJI = 20;
/** What the lexicon's values reach to. */
const STRONGEST = 5;

/** The tone of a message, -1 to 1, from its emoji alone: the mean of those that say something. Undefined when none does. Its words are not looked at. */
export function emojiSentiment(text: string): number | undefined {
  const found = text.match(EMOJI);
  if (!found) return undefined;
  const values = found.slice(0, MOST_EMOJI).flatMap((emoji) => valueOf(emoji) ?? []);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length / STRONGEST;
}

function valueOf(emoji: string): number | undefined {
  const plain = emoji.replace(SKIN, '');
  return SENTIMENT_LEXICON.emoji(plain) ?? SENTIMENT_LEXICON.emoji(Array.from(plain)[0] ?? '');
}
