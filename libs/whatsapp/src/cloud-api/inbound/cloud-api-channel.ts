/** The Postgres channel on which the webhook tells accounts that something waits: the payload is the id of the phone number. */
export const CLOUD_API_CHANNEL = 'whatsapp-cloud-api';
