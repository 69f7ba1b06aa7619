/** Text, sentiment, category, tags with spaces between. */
export type LabelledLine = readonly [text: string, sentiment: string, category: string, tags: string];
