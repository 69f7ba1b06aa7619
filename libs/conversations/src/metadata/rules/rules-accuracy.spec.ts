import type { LabelledLine } from '../../../testing/labelled-line.js';
import { ENGLISH_SAMPLE } from '../../../testing/labelled-sample-en.js';
import { SPANISH_SAMPLE } from '../../../testing/labelled-sample-es.js';
import { UNSEEN_ENGLISH_SAMPLE } from '../../../testing/unseen-sample-en.js';
import { UNSEEN_SPANISH_SAMPLE } from '../../../testing/unseen-sample-es.js';
import { categoryByRules } from './category-by-rules.js';
import { sentimentByRules } from './sentiment-by-rules.js';
import { tagsByRules } from './tags-by-rules.js';

const VOCABULARY =
  'urgent,follow_up,question,price_inquiry,payment,delivery,schedule,cancellation,complaint,refund,technical,contact_details,recommendation,greeting,thanks,apology,personal,spam'.split(
    ',',
  );

/** Shares from 0 to 1: how often sentiment and category are right, how many of the tags are found, how many of those given are right. */
interface Accuracy {
  readonly sentiment: number;
  readonly category: number;
  readonly tagsFound: number;
  readonly tagsRight: number;
}

/** What is measured on messages that the rules were written for, and on others, on which they do much worse: they know few words. */
it.each<[string, readonly LabelledLine[], Accuracy]>([
  ['English', ENGLISH_SAMPLE, { sentiment: 0.95, category: 0.92, tagsFound: 0.98, tagsRight: 0.9 }],
  ['Spanish', SPANISH_SAMPLE, { sentiment: 0.95, category: 0.92, tagsFound: 0.97, tagsRight: 0.9 }],
  ['English, unseen', UNSEEN_ENGLISH_SAMPLE, { sentiment: 0.7, category: 0.53, tagsFound: 0.66, tagsRight: 0.9 }],
  ['Spanish, unseen', UNSEEN_SPANISH_SAMPLE, { sentiment: 0.73, category: 0.4, tagsFound: 0.54, tagsRight: 0.9 }],
])('the rules are as good as they were on the sample: %s', (_, sample, least) => {
  const measured = accuracyOn(sample);
  for (const name of ['sentiment', 'category', 'tagsFound', 'tagsRight'] as const) {
    expect({ [name]: measured[name] >= least[name] }).toEqual({ [name]: true });
  }
});

function accuracyOn(sample: readonly LabelledLine[]): Accuracy {
  let [wanted, given, right] = [0, 0, 0];
  for (const [text, , , tags] of sample) {
    const expected = new Set(tags.split(' ').filter(Boolean));
    const said = tagsByRules(text, VOCABULARY).map(({ value }) => value);
    wanted += expected.size;
    given += said.length;
    right += said.filter((tag) => expected.has(tag)).length;
  }
  return {
    sentiment: shareOf(sample, ([text, sentiment]) => sentimentByRules(text).value === sentiment),
    category: shareOf(sample, ([text, , category]) => categoryByRules(text).value === category),
    tagsFound: right / wanted,
    tagsRight: right / given,
  };
}

function shareOf(sample: readonly LabelledLine[], isRight: (line: LabelledLine) => boolean): number {
  return sample.filter(isRight).length / sample.length;
}
