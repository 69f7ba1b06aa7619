declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const snowball: {
    /** Throws a TypeError for a language that is not in `algorithms()`. */
    newStemmer(language: string): Stemmer;
    algorithms(): string[];
  };
  export = snowball;
}
