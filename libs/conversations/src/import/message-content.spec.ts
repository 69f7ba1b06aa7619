import { kindOfNotice, readContent } from './message-content.js';

const MARK = '\u200e';

describe('readContent', () => {
  it.each([
    ['This message was deleted'],
    ['You deleted this message'],
    [`${MARK}This message was deleted.`],
    ['Se eliminó este mensaje.'],
    ['Eliminaste este mensaje.'],
    ['Mensagem apagada'],
    ['Você apagou esta mensagem'],
    ['Esta mensagem foi apagada'],
    ['Ce message a été supprimé'],
    ['Vous avez supprimé ce message'],
    ['Diese Nachricht wurde gelöscht.'],
    ['Du hast diese Nachricht gelöscht.'],
    ['Questo messaggio è stato eliminato'],
    ['Hai eliminato questo messaggio'],
  ])('%j was deleted', (text) => {
    expect(readContent(text)).toEqual({ kind: 'text', text: '', hasMedia: false, edited: false, deleted: true });
  });

  it.each([
    ['see you <This message was edited>'],
    [`see you ${MARK}<This message was edited>`],
    ['see you <Se editó este mensaje.>'],
    ['see you <Mensagem editada>'],
    ['see you <Ce message a été modifié>'],
    ['see you <Diese Nachricht wurde bearbeitet.>'],
    ['see you <Questo messaggio è stato modificato>'],
  ])('%j was edited', (text) => {
    expect(readContent(text)).toMatchObject({ kind: 'text', text: 'see you', edited: true });
  });

  it.each([
    [
      `${MARK}<attached: 00000001-PHOTO-2024-12-31-23-59-58.jpg>`,
      'image',
      '00000001-PHOTO-2024-12-31-23-59-58.jpg',
      '',
    ],
    [`at the beach ${MARK}<attached: 00000002-VIDEO-2024.mp4>`, 'video', '00000002-VIDEO-2024.mp4', 'at the beach'],
    [`${MARK}<adjunto: 00000003-AUDIO-2024.opus>`, 'voice', '00000003-AUDIO-2024.opus', ''],
    [`${MARK}<anexado: 00000004-STICKER-2024.webp>`, 'sticker', '00000004-STICKER-2024.webp', ''],
    [`${MARK}<pièce jointe : 00000005-notes.xyz>`, 'document', '00000005-notes.xyz', ''],
    [`${MARK}<Anhang: 00000006-PHOTO-2024.jpg>`, 'image', '00000006-PHOTO-2024.jpg', ''],
    [`${MARK}<allegato: 00000007-PHOTO-2024.jpg>`, 'image', '00000007-PHOTO-2024.jpg', ''],
    ['IMG-20241231-WA0001.jpg (file attached)', 'image', 'IMG-20241231-WA0001.jpg', ''],
    [`${MARK}IMG-20241231-WA0001.jpg (file attached)\nthe beach`, 'image', 'IMG-20241231-WA0001.jpg', 'the beach'],
    ['Report of May.pdf (file attached)', 'document', 'Report of May.pdf', ''],
    ['PTT-20241231-WA0001.opus (archivo adjunto)', 'voice', 'PTT-20241231-WA0001.opus', ''],
    ['Ana.vcf (arquivo anexado)', 'contact', 'Ana.vcf', ''],
    ['VID-20241231-WA0001.mp4 (fichier joint)', 'video', 'VID-20241231-WA0001.mp4', ''],
    ['IMG-20241231-WA0001.jpg (Datei angehängt)', 'image', 'IMG-20241231-WA0001.jpg', ''],
    ['IMG-20241231-WA0001.jpg (file allegato)', 'image', 'IMG-20241231-WA0001.jpg', ''],
    ['<Media omitted>', 'unknown', undefined, ''],
    ['<Media omitted>\nthe beach', 'unknown', undefined, 'the beach'],
    ['<Multimedia omitido>', 'unknown', undefined, ''],
    ['<Mídia oculta>', 'unknown', undefined, ''],
    ['<Arquivo de mídia oculto>', 'unknown', undefined, ''],
    ['<Médias omis>', 'unknown', undefined, ''],
    ['<Medien ausgeschlossen>', 'unknown', undefined, ''],
    ['<Media omessi>', 'unknown', undefined, ''],
    [`${MARK}image omitted`, 'image', undefined, ''],
    [`the beach ${MARK}image omitted`, 'image', undefined, 'the beach'],
    [`${MARK}video omitido`, 'video', undefined, ''],
    [`${MARK}figurinha omitida`, 'sticker', undefined, ''],
    [`${MARK}image absente`, 'image', undefined, ''],
    [`${MARK}Bild weggelassen`, 'image', undefined, ''],
    [`${MARK}Kontaktkarte ausgelassen`, 'contact', undefined, ''],
    [`${MARK}immagine omessa`, 'image', undefined, ''],
  ])('%j is media', (text, kind, mediaName, caption) => {
    expect(readContent(text)).toEqual({
      kind,
      text: caption,
      hasMedia: true,
      mediaName,
      edited: false,
      deleted: false,
    });
  });

  it.each([['IMG-1.jpg (附件)'], ['<附件: IMG-1.jpg>']])(
    'knows a file in a language whose words it does not know: %j',
    (text) => {
      expect(readContent(text)).toMatchObject({ kind: 'image', mediaName: 'IMG-1.jpg', text: '' });
    },
  );

  it.each([
    ['<'.repeat(500_000)],
    [`<${':'.repeat(500_000)}`],
    [`x${' '.repeat(500_000)}>`],
    [`${MARK} `.repeat(250_000)],
    [`${'a.'.repeat(250_000)} (`],
    [`${MARK}<attached: `.repeat(50_000)],
  ])('takes linear time, whatever somebody wrote (%#)', (text) => {
    const began = performance.now();
    expect(readContent(text)).toMatchObject({ edited: false, deleted: false });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['notes.the (old ones)', 'text'],
    ['<3 see: this>', 'text'],
    ['I think this message was deleted', 'text'],
    ['image omitted', 'text'],
    ['location: https://maps.google.com/?q=40.4,-3.7', 'location'],
    ['ubicación: https://maps.google.com/?q=40.4,-3.7', 'location'],
    [`${MARK}Live location shared`, 'location'],
    [`${MARK}POLL:\nWhere?\n${MARK}OPTION: here (1 vote)`, 'poll'],
    [`${MARK}Missed voice call`, 'call'],
    [`${MARK}Verpasster Videoanruf`, 'call'],
    [`${MARK}Ana created this group`, 'system'],
  ])('%j is not media: %s', (text, kind) => {
    expect(readContent(text)).toMatchObject({
      kind,
      hasMedia: false,
      deleted: false,
      text: text.replace(/^\u200e/, ''),
    });
  });
});

describe('kindOfNotice', () => {
  it.each([
    ['Messages and calls are end-to-end encrypted.', 'system'],
    ['Los mensajes y las llamadas están cifrados de extremo a extremo.', 'system'],
    ['As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.', 'system'],
    ['Les messages et les appels sont chiffrés de bout en bout.', 'system'],
    ['Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.', 'system'],
    ['I messaggi e le chiamate sono crittografati end-to-end.', 'system'],
    ['Missed video call', 'call'],
    ['Llamada perdida', 'call'],
    ['Chamada de voz perdida', 'call'],
    ['Appel vocal manqué', 'call'],
    ['Chiamata persa', 'call'],
  ])('%j: %s', (text, kind) => {
    expect(kindOfNotice(text)).toBe(kind);
  });
});
