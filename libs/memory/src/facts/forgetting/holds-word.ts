/** Whether a text holds a word, in any of its forms. */
export type HoldsWord = (text: string) => boolean;
