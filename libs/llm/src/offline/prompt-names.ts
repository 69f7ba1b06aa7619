import type { PromptSection } from '../port/completion-request.js';

const NAME = String.raw`"?(\p{Lu}[\p{L}'’-]{0,29})`;
const CONTACT = [
  new RegExp(String.raw`(?:contact|user|person|guest)(?:['’]s)? name(?: is)?:?\s+${NAME}`, 'u'),
  new RegExp(String.raw`\b(?:talking|speaking|chatting|writing|talk|speak|chat|write) (?:to|with)\s+${NAME}`, 'u'),
  /<data label="[^"]*\bname\b[^"]*">\s*(\p{L}[\p{L}'’-]{0,29})/u,
];
const CHARACTER = [
  new RegExp(String.raw`\b(?:[Yy]ou are|[Yy]our name is)\s+${NAME}`, 'u'),
  new RegExp(String.raw`\b(?:character|companion|assistant)(?:['’]s)? name(?: is)?:?\s+${NAME}`, 'u'),
];

/** Whom the system prompt says we talk to, and who we are, by the first names. */
export interface PromptNames {
  readonly contact?: string;
  readonly character?: string;
}

export function promptNames(system: readonly PromptSection[]): PromptNames {
  const text = system.map((section) => section.text).join('\n');
  return { contact: firstMatch(CONTACT, text), character: firstMatch(CHARACTER, text) };
}

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  return patterns.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined);
}
