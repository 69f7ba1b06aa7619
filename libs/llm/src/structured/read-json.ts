const FENCED = /^\s*```(?:json)?\s*\n?([\s\S]*?)\n?```\s*$/;

/**
 * The JSON value that a model wrote, with or without a Markdown fence around it.
 * @throws Error in words that a model can repair by, without a piece of the text
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(FENCED.exec(text)?.[1] ?? text);
  } catch {
    throw new Error('The output is not one valid JSON value.');
  }
}
