import { APIError } from 'openai';

import { dialectOf, simplerDialect, type Dialect } from './dialect.js';

/** The dialect of each model of one server, learned from what it refuses. Refused calls are not billed. */
export class Dialects {
  private readonly known = new Map<string, Dialect>();

  constructor(private readonly baseUrl: string) {}

  /** Sends what `bodyIn` makes; without a field that is refused, once more. @throws whatever `send` throws for another reason */
  async speak<Body extends object, Result>(
    model: string,
    bodyIn: (dialect: Dialect) => Body,
    send: (body: Body) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      const dialect = this.of(model);
      const body = bodyIn(dialect);
      try {
        return await send(body);
      } catch (error) {
        const refusal = refusalIn(error);
        const simpler = refusal && simplerDialect(dialect, refusal, new Set(Object.keys(body)));
        if (!simpler) throw error;
        // A call beside this one may have learned it, and more, in the meantime.
        if (this.of(model) === dialect) this.known.set(model, simpler);
      }
    }
  }

  /** How a model is asked, as far as it is known. */
  of(model: string): Dialect {
    const known = this.known.get(model) ?? dialectOf(this.baseUrl, model);
    this.known.set(model, known);
    return known;
  }

  /**
   * Learns from a refusal that came later, in the answers of a batch that was asked in `asked`. Answers whether the question may be worth
   * asking again. The other answers of that batch say the same, and change nothing more.
   */
  learn(model: string, asked: Dialect, refusal: string): boolean {
    const simpler = simplerDialect(asked, refusal, sentFields(asked));
    if (simpler && this.of(model) === asked) this.known.set(model, simpler);
    return simpler !== undefined;
  }
}

/** The fields that a question of a batch may hold. */
function sentFields({ longest, json, sampling, effort }: Dialect): ReadonlySet<string> {
  return new Set([
    longest,
    ...(json === 'words' ? [] : ['response_format']),
    ...(sampling ? ['temperature'] : []),
    ...(effort ? ['reasoning_effort'] : []),
  ]);
}

/** What the server wrote about a request that it did not take. */
function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return undefined;
  return `${error.param ?? ''} ${error.message}`;
}
