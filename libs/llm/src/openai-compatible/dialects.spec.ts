import { APIError } from 'openai';

import type { Dialect } from './dialect.js';
import { Dialects } from './dialects.js';

const NO_PENALTIES = 'Penalty is not enabled';
const NO_SAMPLING = 'temperature is not supported';
const FIELDS = { temperature: 0.8, presence_penalty: 0.3 };

describe('Dialects', () => {
  let dialects: Dialects;
  beforeEach(() => {
    dialects = new Dialects('http://127.0.0.1:11434/v1');
  });

  it('keeps what one call learned when a slower one beside it is refused for less', async () => {
    let refuseSlowly: (error: Error) => void = () => undefined;
    const slow = ask([new Promise((_, reject) => (refuseSlowly = reject)), Promise.resolve('slow')]);
    await ask([refused(NO_PENALTIES), refused(NO_SAMPLING), Promise.resolve('quick')]);
    expect(dialects.of('m')).toMatchObject({ penalties: false, sampling: false });
    refuseSlowly(badRequest(NO_PENALTIES));
    await expect(slow).resolves.toBe('slow');
    expect(dialects.of('m')).toMatchObject({ penalties: false, sampling: false });
  });

  it('keeps it when the answers of an older batch are read', async () => {
    const asked = dialects.of('m');
    await ask([refused('json_schema is not supported'), Promise.resolve('quick')], { response_format: {} });
    await ask([refused(NO_SAMPLING), Promise.resolve('quick')]);
    expect(dialects.learn('m', asked, 'json_schema is not supported')).toBe(true);
    expect(dialects.of('m')).toMatchObject({ json: 'object', sampling: false });
  });

  it('knows each model by itself', async () => {
    await ask([refused(NO_SAMPLING), Promise.resolve('quick')]);
    expect(dialects.of('another').sampling).toBe(true);
  });

  it.each([
    ['nothing can be left out of', badRequest('The model does not exist')],
    ['is no refusal', new APIError(500, { message: NO_SAMPLING }, undefined, new Headers())],
    ['is not of the API', new TypeError(NO_SAMPLING)],
  ])('leaves an error that %s with the caller', async (_, error) => {
    await expect(ask([Promise.reject(error)])).rejects.toBe(error);
    expect(dialects.of('m').sampling).toBe(true);
  });

  function ask(answers: readonly Promise<string>[], fields: object = FIELDS): Promise<string> {
    const left = [...answers];
    const bodyIn = (dialect: Dialect) => ({ ...fields, dialect });
    return dialects.speak('m', bodyIn, () => left.shift() ?? Promise.reject(new Error('It asked once more.')));
  }
});

/** A rejection that waits to be looked at. */
function refused(message: string): Promise<never> {
  const rejection = Promise.reject(badRequest(message));
  rejection.catch(() => undefined);
  return rejection;
}

function badRequest(message: string): APIError {
  return new APIError(400, { message }, undefined, new Headers());
}
