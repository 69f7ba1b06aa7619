import type { CompletionRequest } from '../src/port/completion-request.js';
import { countTokens } from '../src/prompts/count-tokens.js';

/** A prompt as it is asked, or as it is assembled. */
type Prompt = Pick<CompletionRequest, 'system' | 'messages'>;

/**
 * What every prompt keeps, and this one as a snapshot, to be read as a model reads it: stable parts first, the user has the last word,
 * no more than `maxTokens` (by `countTokens`).
 */
export function describePrompt(name: string, make: () => Prompt, { maxTokens }: { readonly maxTokens: number }): void {
  describe(`prompt: ${name}`, () => {
    it('is this prompt', () => {
      expect(readable(make())).toMatchSnapshot();
    });

    it('puts what never changes first, and gives the user the last word', () => {
      const { system, messages } = make();
      const firstVolatile = system.findIndex(({ stable }) => !stable);
      expect(system.findLastIndex(({ stable }) => stable)).toBeLessThan(
        firstVolatile === -1 ? system.length : firstVolatile,
      );
      expect(messages.at(-1)?.role).toBe('user');
    });

    it(`fits into ${maxTokens} tokens`, () => {
      const { system, messages } = make();
      const texts = [...system.map(({ text }) => text), ...messages.map(({ content }) => content)];
      expect(texts.reduce((sum, text) => sum + countTokens(text), 0)).toBeLessThanOrEqual(maxTokens);
    });
  });
}

function readable({ system, messages }: Prompt): string {
  return [
    ...system.map(({ text, stable }) => `[system, ${stable ? 'stable' : 'this time'}]\n${text}`),
    ...messages.map(({ role, content }) => `[${role}]\n${content}`),
  ].join('\n\n');
}
