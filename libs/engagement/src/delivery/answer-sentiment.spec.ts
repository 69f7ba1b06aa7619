import { answerSentiment } from './answer-sentiment.js';

describe('answerSentiment', () => {
  it.each<[string, string | null, string | null, number]>([
    ['as it was labelled, whatever the words', 'negative', 'I am so happy!', -0.7],
    ['an unknown label is none', 'other', 'I am so happy!', 0.8],
    ['by its words', null, 'I am so happy!', 0.8],
    ['who asks for peace, whatever the label', 'neutral', '¡Déjame en paz, qué pesado!', -1],
    ['nothing in particular', null, 'ok', 0],
    ['nothing that could be read', null, null, 0],
  ])('%s', (_, label, text, sentiment) => {
    expect(answerSentiment(label, text)).toBe(sentiment);
  });
});
