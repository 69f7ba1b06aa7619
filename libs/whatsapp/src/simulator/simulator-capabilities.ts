import type { WhatsAppCapabilities } from '../port/whatsapp-capabilities.js';

export const SIMULATOR_CAPABILITIES: WhatsAppCapabilities = {
  premadeIds: true,
  lookup: true,
  typing: true,
  readMarks: true,
  quotes: true,
  edits: false,
  revokes: false,
  reactions: false,
  groups: true,
  history: true,
  presence: false,
  media: false,
  pairingCode: false,
  templates: false,
  longestText: 65_536,
};
