import type { WhatsAppCapabilities } from '../port/whatsapp-capabilities.js';

export const WEBJS_CAPABILITIES: WhatsAppCapabilities = {
  premadeIds: true,
  lookup: true,
  typing: true,
  readMarks: true,
  quotes: true,
  edits: false,
  revokes: false,
  reactions: true,
  groups: true,
  history: true,
  presence: false,
  media: true,
  pairingCode: true,
  templates: false,
  longestText: 65_536,
};
