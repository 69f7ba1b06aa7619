/** What is found out about a message, each by itself. */
export type Facet = 'sentiment' | 'category' | 'tags';
export const FACETS: readonly Facet[] = ['sentiment', 'category', 'tags'];

export type Sentiment = 'positive' | 'negative' | 'neutral' | 'mixed';
export const SENTIMENTS: readonly Sentiment[] = ['positive', 'negative', 'neutral', 'mixed'];

export type Category = 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general';
export const CATEGORIES: readonly Category[] = ['appointment', 'inquiry', 'complaint', 'feedback', 'general'];

/** How a tag is written. */
export const TAG = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Who said so: a model (or the rules that stand in for it), or the operator, who is never overruled by one. */
export type LabelSource = 'model' | 'operator';
