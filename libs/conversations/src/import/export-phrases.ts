/**
 * What WhatsApp itself writes into an export, in English, Spanish, Portuguese, French, German and Italian. Lower case and
 * without a full stop, where whole phrases are compared.
 */
export const DELETED_PHRASES: ReadonlySet<string> = new Set([
  'this message was deleted',
  'you deleted this message',
  'se eliminó este mensaje',
  'este mensaje fue eliminado',
  'eliminaste este mensaje',
  'esta mensagem foi apagada',
  'essa mensagem foi apagada',
  'mensagem apagada',
  'você apagou esta mensagem',
  'você apagou essa mensagem',
  'apagou esta mensagem',
  'esta mensagem foi eliminada',
  'eliminou esta mensagem',
  'ce message a été supprimé',
  'vous avez supprimé ce message',
  'diese nachricht wurde gelöscht',
  'du hast diese nachricht gelöscht',
  'questo messaggio è stato eliminato',
  'hai eliminato questo messaggio',
]);

export const EDITED_PHRASES: ReadonlySet<string> = new Set([
  'this message was edited',
  'se editó este mensaje',
  'este mensaje fue editado',
  'mensaje editado',
  'mensagem editada',
  'esta mensagem foi editada',
  'ce message a été modifié',
  'diese nachricht wurde bearbeitet',
  'questo messaggio è stato modificato',
]);

/** An iPhone's `<attached: 00000012-PHOTO-2024-12-31-23-59-58.jpg>`, perhaps after a caption. */
export const ATTACHED_MARK = /\u200e?<(?:attached|adjunto|anexado|pièce jointe|anhang|allegato)\s?:\s([^<>\n]+)>/i;

/** Android's `IMG-20241231-WA0001.jpg (file attached)`, with the caption on the lines after it. */
export const FILE_ATTACHED_MARK =
  /^\u200e?([^\n]{1,255}?\.\w{1,8}) \((?:file attached|archivo adjunto|arquivo anexado|ficheiro anexado|fichier joint|datei angehängt|file allegato)\)(?:\n|$)/i;

/** The same two in a language whose words are not here. */
export const FILE_IN_OTHER_LANGUAGE =
  /^\u200e?(?:<[^<>:\n]{1,40}:\s?(?<marked>[^<>\n]{1,255})>|(?<plain>[\w-]{1,200}\.\w{1,5})\s\([^()\n]{1,40}\))(?:\n|$)/;

/** Android's `<Media omitted>`, with the caption on the lines after it. */
export const MEDIA_OMITTED_MARK =
  /^\u200e?<(?:media omitted|multimedia omitido|archivo omitido|m[ií]dia oculta|arquivo de mídia oculto|ficheiro não revelado|ficheiro de multimédia oculto|médias? omis|fichier omis|medien ausgeschlossen|media omess[oi]|(?:view once |video )?(?:voice )?(?:message|note) omitted)>(?:\n|$)/i;

/** An iPhone's `image omitted`: what it was, and that it is left out. Always marked with U+200E. */
export const THING_OMITTED_MARK =
  /\u200e(?<thing>[^\n<>\u200e]{2,40}?) (?:omitted|omitid[oa]|ocultad[oa]|omise?|absente?|manquante?|retirée?|weggelassen|ausgelassen|ausgeschlossen|omess[oa]|esclus[oa]|non inclus[oa])$/i;

export const LOCATION_MARK = /^[\p{L} ]{2,24}\s?:\s?https:\/\/(?:maps\.(?:google|apple)\.com|foursquare\.com)\//u;

export const LIVE_LOCATION_MARK =
  /^(?:live location shared|ubicación en tiempo real compartida|localização em tempo real|localisation en direct|live-standort|posizione in tempo reale)/i;

export const POLL_MARK = /^(?:poll|encuesta|enquete|sondagem|sondage|umfrage|sondaggio)\s?:\n/i;

export const CALL_MARK =
  /^(?:missed |silenced )?(?:group )?(?:voice|video) call|^(?:video)?llamada |^(?:vídeo)?chamada |^ligação |^appel (?:vocal|vidéo|en absence)|^(?:verpasste[rn]? |stummgeschaltete[rn]? )?(?:sprach|video|gruppen)anruf|^(?:video)?chiamata /i;
