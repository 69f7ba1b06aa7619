import { llmError } from '#llm';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';

const DATA = /<data label="message (\d+)">\n([\s\S]*?)\n<\/data>/g;

/** The texts that a question shows, by their numbers. */
export function shownTexts(content: string): ReadonlyMap<number, string> {
  return new Map([...content.matchAll(DATA)].map(([, number, text]) => [Number(number), text ?? '']));
}

/** A model that labels everything as negative, appointment and urgent, and fails as a text says: `poison`, `refuse`, `outage`. */
export function taggingModel(): ScriptedModel {
  return new ScriptedModel((request): ScriptedAnswer => {
    if (request.purpose !== 'tagging') return 'ok';
    const texts = shownTexts(request.messages[0]?.content ?? '');
    const all = [...texts.values()].join('\n');
    if (all.includes('outage')) return llmError('llm.unauthorized');
    if (all.includes('poison')) return llmError('llm.invalid-output');
    if (all.includes('refuse')) return llmError('llm.refused');
    return { value: { messages: [...texts.keys()].map(labelled) } };
  });
}

function labelled(number: number): object {
  return {
    number,
    sentiment: { value: 'negative', confidence: 0.9 },
    category: { value: 'appointment', confidence: 0.8 },
    tags: [
      { value: 'urgent', confidence: 0.7 },
      { value: 'not_a_tag', confidence: 0.9 },
    ],
  };
}
