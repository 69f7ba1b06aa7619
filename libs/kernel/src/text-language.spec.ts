import type { TextLanguage } from './common-words.js';
import { textLanguage } from './text-language.js';

describe('textLanguage', () => {
  it.each<[string, TextLanguage]>([
    ['Hello', 'en'],
    ['When do you open tomorrow?', 'en'],
    ['I called the insurance', 'en'],
    ['Tell me a joke', 'en'],
    ['Hola', 'es'],
    ['¿A qué hora abren?', 'es'],
    ['Mañana llamo al seguro', 'es'],
    ['Guten Morgen', 'de'],
    ['Wann habt ihr heute offen?', 'de'],
    ['Ich habe die Versicherung angerufen', 'de'],
    ['Bonjour', 'fr'],
    ['Vous ouvrez à quelle heure ?', 'fr'],
    ["J'ai appelé l'assurance", 'fr'],
    ['Olá, tudo bem?', 'pt'],
    ['A que horas vocês abrem amanhã?', 'pt'],
    ['Liguei para o seguro', 'pt'],
    ['Buongiorno', 'it'],
    ['A che ora aprite domani?', 'it'],
    ["Ho chiamato l'assicurazione", 'it'],
  ])('%s: %s', (text, language) => {
    const other = language === 'en' ? 'it' : 'en';
    expect(textLanguage(text, other)).toBe(language);
  });

  it.each(['', '12345', '👍', 'ok', 'Toby'])('%j does not tell', (text) => {
    expect(textLanguage(text, 'de')).toBe('de');
  });
});
