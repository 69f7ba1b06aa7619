/** The character that answers everybody until the operator makes others. */
export const DEFAULT_CHARACTER_ID = '00000000-0000-7000-8000-000000000001';
