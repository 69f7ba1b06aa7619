/** So many topics are kept of a conversation. */
const MOST_TOPICS = 10;

/** The topics of before and the new ones, each once, the latest last. */
export function mergeTopics(before: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...before.filter((topic) => !added.includes(topic)), ...added])].slice(-MOST_TOPICS);
}
