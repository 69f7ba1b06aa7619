import { scenariosOf, type Occasion } from './occasion.js';
import { slotValues } from './slot-values.js';
import { SHIPPED_TEMPLATES } from './shipped/shipped-templates.js';
import type { Scenario } from './template.js';
import { templateChoices, type TemplateWish } from './choose-template.js';

const ENGLISH = SHIPPED_TEMPLATES.filter(({ language, type }) => language === 'en' && type === 'memory_reminder');
const CHECK_INS = SHIPPED_TEMPLATES.filter(({ language, type }) => language === 'en' && type === 'check_in');

function first(wish: Partial<TemplateWish>, templates = CHECK_INS) {
  const [choice] = templateChoices(templates, {
    ...{ scenarios: ['generic'], values: {}, tone: null, used: [], seed: 'ana:2026-05-06' },
    ...wish,
  });
  return choice;
}

describe('the choice of a template', () => {
  it('is the same for the same person and day, and another for others', () => {
    expect(first({})).toEqual(first({}));
    const chosen = Array.from({ length: 30 }, (_, day) => first({ seed: `ana:${day}` })?.template.id);
    expect(new Set(chosen).size).toBeGreaterThan(3);
  });

  it('never comes back within three, and not within ten as long as there is another', () => {
    const used: string[] = [];
    for (let day = 0; day < 40; day++) {
      const id = first({ seed: `ana:${day}`, used: used.slice(0, 10) })?.template.id ?? '';
      expect(used.slice(0, 3)).not.toContain(id);
      if (day < 4) expect(used).not.toContain(id);
      used.unshift(id);
    }
    const all = CHECK_INS.map(({ id }) => id);
    expect(first({ used: all })?.template.id).toBe(all.filter((id) => id.includes('generic')).at(-1));
  });

  it('says what is remembered where its words fit, and nothing of it where they do not', () => {
    const memories = [{ text: 'Likes hiking' }];
    const english = slotValues({ name: 'Ana María', memories, moment: null, language: 'en' });
    expect(english).toEqual({ name: 'Ana', topic: 'hiking' });
    expect(first({ values: english }, ENGLISH)?.text).toMatch(/hiking/);
    const spanish = slotValues({ name: null, memories, moment: null, language: 'es' });
    expect(spanish).toEqual({});
    expect(first({ values: spanish }, ENGLISH)?.text).not.toMatch(/hiking/);
  });

  it.each([
    ['a pet in any language', 'Has a dog called Rex', 'fr', { topic: 'Rex' }],
    ['work', 'Works as a nurse', 'en', { memory: 'your work as a nurse' }],
    ['what holds their own words', 'Likes my old car', 'en', {}],
    ['what holds marks', 'Likes <b>tea</b> www.x.com', 'en', {}],
    ['what is long', `Likes ${'very '.repeat(9)}old cars`, 'en', {}],
    ['what nobody has worded', 'Argued with the neighbours', 'en', {}],
  ])('fits %s', (_, text, language, values) => {
    expect(slotValues({ name: '🔥king🔥', memories: [{ text }], moment: null, language })).toEqual(values);
  });

  it('asks about the event by its name, in their language', () => {
    const values = slotValues({ name: null, memories: [], moment: 'Has an exam', language: 'de' });
    expect(values).toEqual({ event: 'deine Prüfung' });
    const german = SHIPPED_TEMPLATES.filter(({ language, type }) => language === 'de' && type === 'memory_reminder');
    expect(first({ scenarios: ['event'], values, seed: 'x' }, german)?.text).toMatch(/Prüfung/);
    expect(slotValues({ name: null, memories: [], moment: 'Has surgery', language: 'de' })).toEqual({});
  });

  it('takes those of an operator among the others: neither pushes the other aside', () => {
    const own = { ...CHECK_INS[0]!, id: 'own', text: 'Knock knock! Guess who is thinking of you?', shipped: false };
    const chosen = Array.from({ length: 200 }, (_, day) => {
      return first({ seed: `ana:${day}` }, [own, ...CHECK_INS])?.template.shipped;
    });
    expect(chosen.filter((shipped) => shipped).length).toBeGreaterThan(100);
    expect(chosen).toContain(false);
  });

  it('puts a tone first', () => {
    const playful = { ...CHECK_INS[0]!, id: 'own', tone: 'playful' };
    expect(first({ tone: 'playful' }, [...CHECK_INS, playful])?.template.id).toBe('own');
  });
});

describe('scenariosOf', () => {
  const occasion: Occasion = {
    ...{ type: 'check_in', at: new Date('2026-05-06T08:00:00Z'), zones: ['UTC'], moment: null, low: false },
    lastHeardAt: new Date('2026-05-05T08:00:00Z'),
  };

  it.each<[string, Partial<Occasion>, readonly Scenario[]]>([
    ['in the morning', {}, ['morning', 'generic']],
    ['where it may be morning or not', { zones: ['UTC', 'Asia/Tokyo'] }, ['generic']],
    ['in the evening', { at: new Date('2026-05-06T19:00:00Z') }, ['evening', 'generic']],
    ['low', { low: true, zones: ['Asia/Dubai'] }, ['low-mood', 'generic']],
    ['after a long silence', { lastHeardAt: new Date('2026-04-05T08:00:00Z') }, ['long-silence', 'morning', 'generic']],
    ['on a day of theirs', { type: 'memory_reminder', moment: 'birthday', low: true }, ['birthday']],
  ])('%s', (_, given, scenarios) => {
    expect(scenariosOf({ ...occasion, ...given })).toEqual(scenarios);
  });
});
