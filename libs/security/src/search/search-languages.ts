/** Injection token of the languages whose word forms a search finds: names of Snowball algorithms. */
export const SEARCH_LANGUAGES = Symbol('SEARCH_LANGUAGES');
