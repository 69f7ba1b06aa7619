import type { PageSettings } from '../wire.js';

/** How this page is to behave, from the document. */
export const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '') as PageSettings;

/** Of this page load. */
export const PAGE_ID = crypto.randomUUID();
