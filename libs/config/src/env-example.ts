import { CONFIG_SECTIONS } from './load-config.js';
import { variablesOf, type Variable } from './variable.js';

const HEAD = [
  '# Copy this file to .env and change what you need. Everything has a default; a variable of the environment wins over .env.',
  '# Written by `npm run docs:config`.',
];

/** The content of `.env.example`: each variable there is, with what it means, set to its default and commented out. */
export function envExample(): string {
  const sections = CONFIG_SECTIONS.map((section) => variablesOf(section).flatMap(linesOf).join('\n'));
  return `${[HEAD.join('\n'), ...sections].join('\n\n')}\n`;
}

function linesOf(variable: Variable): string[] {
  return [`# ${variable.about}`, `#${variable.name}=${variable.secret ? '' : (variable.default ?? '')}`];
}
