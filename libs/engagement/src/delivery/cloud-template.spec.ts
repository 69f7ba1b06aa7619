import { slotValuesOf } from './cloud-template.js';

describe('slotValuesOf', () => {
  it.each<[string, string, string, readonly string[] | null]>([
    ['nothing to fill', 'How are you?', 'How are you?', []],
    ['in their order', 'Hi {name}, how was {event}?', 'Hi Ana, how was the exam?', ['Ana', 'the exam']],
    ['at both ends', '{name}: {topic}', 'Ana: jazz', ['Ana', 'jazz']],
    ['signs that mean something elsewhere', 'So (really) {name}?', 'So (really) Ana?', ['Ana']],
    ['changed since', 'How are you, {name}?', 'How do you do, Ana?', null],
    ['an empty place', 'Hi {name}!', 'Hi !', null],
  ])('%s', (_, template, text, values) => {
    expect(slotValuesOf(template, text)).toEqual(values);
  });
});
