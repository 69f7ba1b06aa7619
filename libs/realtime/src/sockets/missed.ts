/** Told to those who may have missed something for good: what one shows is to be read again from the API. */
export const MISSED = 'realtime:missed';
