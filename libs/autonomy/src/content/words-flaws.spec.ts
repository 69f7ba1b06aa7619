import { wordsFlaws, type WordsAround } from './words-flaws.js';

function flawsOf(text: string, given: Partial<WordsAround> = {}): readonly string[] {
  return wordsFlaws(text, { language: 'en', ours: [], theirs: [], maxLength: 280, ...given });
}

describe('wordsFlaws', () => {
  it.each<[string, Partial<WordsAround>]>([
    ['Ha, the second one is clearly the better film!', {}],
    ['Oh no, not the trombone again.\nWho let him near it?', {}],
    ['¡Qué buena idea! Yo también quiero ir a la playa.', { language: 'es' }],
    ['Das klingt nach einem schönen Abend.', { language: 'de' }],
    ['Как здорово, что вы все здесь сегодня!', { language: 'ru' }],
    ['それはとても楽しそうですね！', { language: 'ja' }],
    ['Room 12 it is, then.', {}],
    ['Either.Or was never my thing, e.g. in winter.So what!', {}],
    ['😂😂', {}],
    ['yes!', { theirs: ['yes!'] }],
  ])('lets pass: %s', (text, given) => {
    expect(flawsOf(text, given)).toEqual([]);
  });

  it.each<[string, string, string, Partial<WordsAround>?]>([
    ['nothing', '', 'length'],
    ['too long', 'so much to say about it '.repeat(12), 'length'],
    ['ten megabytes', 'so '.repeat(3_500_000), 'length'],
    ['three lines', 'Well,\nwhat a day\nthis is!', 'several-lines'],
    ['a link', 'Look at https://example.org/cats', 'address'],
    ['a bare address', 'It is all on example.com, really', 'address'],
    ['a bare address of a kind that is sold for little', 'Free coins at winbig.ai for all of you', 'address'],
    ['a bare address with a path', 'Everybody is joining t.me/room1 now', 'address'],
    ['a mention', 'I agree with @34600000001 here', 'address'],
    ['a phone number', 'Just call me on +44 7700 900123', 'address'],
    ['markup', 'That is *really* good', 'markup'],
    ['a hashtag', 'What a day #blessed', 'markup'],
    ['its own name before it', 'Luna: I like that one', 'markup'],
    ['quotation marks around it', '"I like that one"', 'markup'],
    ['hidden characters', 'I like th\u200Bat one', 'invisible-characters'],
    ['what it is', 'As an AI I cannot have a favourite', 'refusal'],
    ['a refusal', "I'm sorry, but I can't help with that", 'refusal'],
    ['two questions', 'Who was there? And when?', 'several-questions'],
    ['another language', 'Das ist eine sehr gute Idee und ich bin dabei', 'language'],
    ['another script', 'Как здорово, что вы все здесь', 'language'],
    ['an echo', 'I saw a hedgehog in the garden', 'echo', { theirs: ['I saw a hedgehog in the garden!'] }],
    ['the same again', 'What a lovely day in here', 'said-before', { ours: ['What a lovely day it is in here'] }],
    ['a promise', "I'll send you the photos tonight", 'promise'],
    ['a lie about itself', 'I am a real person, you know', 'harm'],
    ['cruelty', 'Just kill yourself then', 'harm'],
    ['what is too much', 'I want to have sex with you tonight, naked.', 'unsafe'],
  ])('stops %s', (_, text, flaw, given = {}) => {
    expect(flawsOf(text, given)).toContain(flaw);
  });
});
