import type { PromptSection } from '../port/completion-request.js';

const SAID_BEFORE = /<data label="what was said before">\n([\s\S]*?)\n<\/data>/;
const LINE = /^- \d{4}-\d{2}-\d{2}, (?!you:|in short:)[^:\n]{1,60}: (.+)$/gm;

/** What the person said in earlier conversations, as the system prompt recalls it, oldest first. */
export function rememberedTexts(system: readonly PromptSection[]): string[] {
  const recalled = system.map(({ text }) => SAID_BEFORE.exec(text)?.[1] ?? '').join('\n');
  return [...recalled.matchAll(LINE)]
    .toSorted(([one], [other]) => dayOf(one).localeCompare(dayOf(other)))
    .map(([, said]) => said ?? '');
}

function dayOf(line: string): string {
  return line.slice(2, 12);
}
