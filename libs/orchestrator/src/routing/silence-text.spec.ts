import { CONSENT_LANGUAGES, silenceRequest } from '#messaging';

import { silenceText } from './silence-text.js';

describe('silenceText', () => {
  it.each(CONSENT_LANGUAGES)('says in %s what really lifts the silence', (language) => {
    const text = silenceText({ ask: 'quiet', language });
    const [, phrase] = /[“"«„「]\s*(.+?)\s*[”"»“」]/u.exec(text) ?? [];
    expect(silenceRequest(phrase ?? '')).toEqual({ ask: 'speak', hours: null, language, onlyToUs: false });
    expect(silenceText({ ask: 'speak', language })).not.toBe('');
  });
});
