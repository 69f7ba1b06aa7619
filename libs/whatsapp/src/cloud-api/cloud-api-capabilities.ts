import type { WhatsAppCapabilities } from '../port/whatsapp-capabilities.js';

export const CLOUD_API_CAPABILITIES: WhatsAppCapabilities = {
  // The network's id is Meta's wamid, made when it accepts a message: one request more is one message more. Ours only comes along.
  premadeIds: false,
  // Our own record of requests, written before each of them, is the history.
  lookup: true,
  typing: true,
  readMarks: true,
  quotes: true,
  // Told only of numbers that are in the WhatsApp Business app, too: nothing to rely on.
  edits: false,
  revokes: false,
  reactions: true,
  groups: false,
  history: false,
  presence: false,
  media: true,
  pairingCode: false,
  templates: true,
  longestText: 4_096,
};
