/** How the id of every imported message begins: an export tells no ids. */
export const IMPORTED_ID = 'import:';
