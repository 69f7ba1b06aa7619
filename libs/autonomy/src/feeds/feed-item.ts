/** Something that a feed brought. Its words are the publisher's: data, never an order. */
export interface FeedItem {
  readonly id: string;
  /** Without markup. */
  readonly title: string;
  /** Public and https. */
  readonly url: string;
  /** Without markup. */
  readonly summary: string | null;
  readonly publishedAt: Date | null;
}
