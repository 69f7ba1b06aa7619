const DATA = /<data label="[^"]*">\n([\s\S]*?)\n<\/data>/g;

/** What a person said: the text inside the data marks of a prompt message, or all of it when there are none. */
export function spokenText(content: string): string {
  const marked = [...content.matchAll(DATA)].map(([, text]) => text ?? '');
  return (marked.length > 0 ? marked.join('\n') : content).trim();
}
