import type { CompletionRequest } from '#llm';
import { ScriptedModel } from '#llm/testing';

import type { ScriptedProposal, ScriptedTalk } from './scripted-person.js';

const KNOWN = /^(\d+)\. (.*)$/gm;

/** Says what the talk that is under way says a model would. */
export class PeopleModel extends ScriptedModel {
  talk?: ScriptedTalk;

  constructor() {
    super((request) => ({ value: { operations: (this.talk?.model ?? []).map((one) => written(one, request)) } }));
  }
}

function written(one: ScriptedProposal, { messages }: CompletionRequest): object {
  const known = [...(messages[0]?.content ?? '').matchAll(KNOWN)];
  const { memory } = one;
  const number = memory instanceof RegExp ? known.find(([, , text]) => memory.test(text ?? ''))?.[1] : memory;
  return {
    op: one.op ?? 'add',
    memory: number === undefined ? null : Number(number),
    message: one.n,
    text: one.text,
    about: one.about ?? 'writer',
    category: one.category ?? 'other',
    key: one.key ?? '',
    single: one.single ?? false,
    confidence: one.confidence ?? 0.9,
    importance: one.importance ?? 5,
    from: one.from ?? '',
    until: one.until ?? '',
  };
}
