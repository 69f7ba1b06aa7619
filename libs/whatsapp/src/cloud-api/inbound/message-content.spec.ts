import { contentOfMessage } from './message-content.js';

describe('contentOfMessage', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['a text', { type: 'text', text: { body: 'hi\u0000' } }, { kind: 'text', text: 'hi' }],
    [
      'an image with a caption',
      { type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'us' } },
      { kind: 'image', text: 'us', media: { mimeType: 'image/jpeg', viewOnce: false } },
    ],
    [
      'a document with its name',
      { type: 'document', document: { id: '1', mime_type: 'application/pdf', filename: 'a.pdf' } },
      { kind: 'document', text: '', media: { mimeType: 'application/pdf', fileName: 'a.pdf', viewOnce: false } },
    ],
    [
      'a voice note',
      { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg', voice: true } },
      { kind: 'voice', text: '', media: { mimeType: 'audio/ogg', viewOnce: false } },
    ],
    [
      'a song of no known type',
      { type: 'audio', audio: { id: '1' } },
      { kind: 'audio', text: '', media: { mimeType: 'application/octet-stream', viewOnce: false } },
    ],
    [
      'a place',
      { type: 'location', location: { latitude: 40.4, longitude: -3.7, name: 'Bar', address: 'Calle 1' } },
      { kind: 'location', text: 'Bar, Calle 1 (40.4, -3.7)' },
    ],
    [
      'bare coordinates',
      { type: 'location', location: { latitude: 1, longitude: 2 } },
      { kind: 'location', text: '1, 2' },
    ],
    [
      'contact cards',
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+34 1' }, { phone: '+34 2' }] }, { name: {} }],
      },
      { kind: 'contact', text: 'Ana, +34 1, +34 2\n' },
    ],
    ['a quick reply', { type: 'button', button: { text: 'Yes', payload: 'y' } }, { kind: 'text', text: 'Yes' }],
    [
      'a chosen button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Tuesday' } } },
      { kind: 'text', text: 'Tuesday' },
    ],
    [
      'a chosen row',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Ten', description: 'o’clock' } },
      },
      { kind: 'text', text: 'Ten' },
    ],
    [
      'a change of number',
      { type: 'system', system: { body: 'Ana changed' } },
      { kind: 'system', text: 'Ana changed' },
    ],
    [
      'an order',
      { type: 'order', order: { text: 'two please', product_items: [] } },
      { kind: 'unknown', text: 'two please' },
    ],
    [
      'what WhatsApp does not support',
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { kind: 'unknown', text: '' },
    ],
    ['a type of next year', { type: 'hologram', hologram: { body: 'x' } }, { kind: 'unknown', text: '' }],
    ['a type of another object', { type: 'constructor' }, { kind: 'unknown', text: '' }],
    ['nothing', {}, { kind: 'unknown', text: '' }],
    ['nonsense', { type: 'text', text: ['x'] }, { kind: 'text', text: '' }],
  ])('reads %s', (_, message, content) => {
    expect(contentOfMessage(message)).toEqual(content);
  });
});
