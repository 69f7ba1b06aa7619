/** What a line is for. */
export type HelpLineUse = 'emergency' | 'crisis' | 'violence' | 'children';

/** A number that somebody in need is given. */
export interface HelpLine {
  /** ISO 3166. */
  readonly country: string;
  readonly use: HelpLineUse;
  /** As its callers know it; none for an emergency number. */
  readonly name?: string;
  readonly number: string;
  /** Who runs it, or says that it is so. */
  readonly source: string;
  /** Of when this is known. */
  readonly asOf: string;
}

/** For every country that is not in the list, and beside each list. */
export const INTERNATIONAL_DIRECTORY = 'findahelpline.com';

const AS_OF = '2025-06';
type Row = readonly [use: HelpLineUse, number: string, source: string, name?: string];

/** Only numbers that are known for sure, all free or at the price of a local call. Look them over once a year. */
const LINES: Readonly<Record<string, readonly Row[]>> = {
  US: [
    ['emergency', '911', '911.gov'],
    ['crisis', '988', '988lifeline.org', '988 Suicide & Crisis Lifeline'],
    ['violence', '1-800-799-7233', 'thehotline.org', 'National Domestic Violence Hotline'],
    ['children', '1-800-422-4453', 'childhelphotline.org', 'Childhelp'],
  ],
  CA: [
    ['emergency', '911', 'canada.ca'],
    ['crisis', '988', '988.ca', '988 Suicide Crisis Helpline'],
    ['children', '1-800-668-6868', 'kidshelpphone.ca', 'Kids Help Phone'],
  ],
  GB: [
    ['emergency', '999', 'gov.uk'],
    ['crisis', '116 123', 'samaritans.org', 'Samaritans'],
    ['violence', '0808 2000 247', 'nationaldahelpline.org.uk', 'National Domestic Abuse Helpline'],
    ['children', '0800 1111', 'childline.org.uk', 'Childline'],
  ],
  IE: [
    ['emergency', '112', 'gov.ie'],
    ['crisis', '116 123', 'samaritans.org', 'Samaritans'],
    ['violence', '1800 341 900', 'womensaid.ie', 'Women’s Aid'],
    ['children', '1800 66 66 66', 'childline.ie', 'Childline'],
  ],
  AU: [
    ['emergency', '000', 'triplezero.gov.au'],
    ['crisis', '13 11 14', 'lifeline.org.au', 'Lifeline'],
    ['violence', '1800 737 732', '1800respect.org.au', '1800RESPECT'],
    ['children', '1800 55 1800', 'kidshelpline.com.au', 'Kids Helpline'],
  ],
  NZ: [
    ['emergency', '111', 'police.govt.nz'],
    ['crisis', '1737', '1737.org.nz', '1737, need to talk?'],
    ['violence', '0800 733 843', 'womensrefuge.org.nz', 'Women’s Refuge'],
  ],
  ZA: [
    ['emergency', '112', 'gov.za'],
    ['crisis', '0800 567 567', 'sadag.org', 'SADAG'],
    ['violence', '0800 428 428', 'gbv.org.za', 'GBV Command Centre'],
  ],
  IN: [
    ['emergency', '112', '112.gov.in'],
    ['crisis', '14416', 'telemanas.mohfw.gov.in', 'Tele-MANAS'],
    ['violence', '181', 'wcd.nic.in', 'Women Helpline'],
    ['children', '1098', 'childlineindia.org', 'Childline'],
  ],
  ES: [
    ['emergency', '112', 'interior.gob.es'],
    ['crisis', '024', 'sanidad.gob.es', 'Línea 024'],
    ['violence', '016', 'violenciagenero.igualdad.gob.es', '016'],
    ['children', '116 111', 'anar.org', 'Teléfono ANAR'],
  ],
  MX: [
    ['emergency', '911', 'gob.mx'],
    ['crisis', '800 911 2000', 'gob.mx/conasama', 'Línea de la Vida'],
  ],
  AR: [
    ['emergency', '911', 'argentina.gob.ar'],
    ['crisis', '135', 'casbuenosaires.com.ar', 'Centro de Asistencia al Suicida (CABA y Gran Buenos Aires)'],
    ['violence', '144', 'argentina.gob.ar', 'Línea 144'],
    ['children', '102', 'argentina.gob.ar', 'Línea 102'],
  ],
  CL: [
    ['emergency', '133', 'carabineros.cl'],
    ['crisis', '*4141', 'minsal.cl', 'Línea de Prevención del Suicidio'],
    ['violence', '1455', 'sernameg.gob.cl', 'Fono orientación en violencia'],
  ],
  CO: [
    ['emergency', '123', 'gov.co'],
    ['violence', '155', 'gov.co', 'Línea 155'],
  ],
  PE: [
    ['emergency', '105', 'gob.pe'],
    ['crisis', '113', 'gob.pe/minsa', 'Línea 113 Salud, opción 5'],
    ['violence', '100', 'gob.pe/mimp', 'Línea 100'],
  ],
  UY: [
    ['emergency', '911', 'gub.uy'],
    ['crisis', '0800 0767', 'asse.com.uy', 'Línea Vida'],
  ],
  DE: [
    ['emergency', '112', 'bund.de'],
    ['crisis', '0800 111 0 111', 'telefonseelsorge.de', 'TelefonSeelsorge'],
    ['violence', '116 016', 'hilfetelefon.de', 'Hilfetelefon Gewalt gegen Frauen'],
    ['children', '116 111', 'nummergegenkummer.de', 'Nummer gegen Kummer'],
  ],
  AT: [
    ['emergency', '112', 'oesterreich.gv.at'],
    ['crisis', '142', 'telefonseelsorge.at', 'Telefonseelsorge'],
    ['violence', '0800 222 555', 'frauenhelpline.at', 'Frauenhelpline'],
    ['children', '147', 'rataufdraht.at', 'Rat auf Draht'],
  ],
  CH: [
    ['emergency', '112', 'ch.ch'],
    ['crisis', '143', '143.ch', 'Die Dargebotene Hand / La Main Tendue'],
    ['children', '147', '147.ch', 'Pro Juventute'],
  ],
  FR: [
    ['emergency', '112', 'service-public.fr'],
    ['crisis', '3114', '3114.fr', '3114, numéro national de prévention du suicide'],
    ['violence', '3919', 'solidaritefemmes.org', 'Violences Femmes Info'],
    ['children', '119', 'allo119.gouv.fr', 'Enfance en danger'],
  ],
  BE: [
    ['emergency', '112', '112.be'],
    ['crisis', '0800 32 123', 'preventionsuicide.be', 'Centre de Prévention du Suicide'],
    ['crisis', '1813', 'zelfmoord1813.be', 'Zelfmoordlijn'],
  ],
  IT: [
    ['emergency', '112', 'interno.gov.it'],
    ['crisis', '02 2327 2327', 'telefonoamico.it', 'Telefono Amico Italia'],
    ['violence', '1522', '1522.eu', '1522'],
    ['children', '1 96 96', 'azzurro.it', 'Telefono Azzurro'],
  ],
  PT: [
    ['emergency', '112', '112.pt'],
    ['crisis', '808 24 24 24', 'sns24.gov.pt', 'SNS 24, aconselhamento psicológico'],
    ['violence', '116 006', 'apav.pt', 'APAV'],
  ],
  BR: [
    ['emergency', '192', 'gov.br'],
    ['crisis', '188', 'cvv.org.br', 'CVV'],
    ['violence', '180', 'gov.br', 'Ligue 180'],
    ['children', '100', 'gov.br', 'Disque 100'],
  ],
  NL: [
    ['emergency', '112', '112.nl'],
    ['crisis', '113', '113.nl', '113 Zelfmoordpreventie'],
    ['violence', '0800 2000', 'veiligthuis.nl', 'Veilig Thuis'],
  ],
  PL: [
    ['emergency', '112', 'gov.pl'],
    ['crisis', '116 123', '116sos.pl', 'Kryzysowy Telefon Zaufania'],
    ['children', '116 111', '116111.pl', 'Telefon Zaufania dla Dzieci i Młodzieży'],
  ],
  SE: [
    ['emergency', '112', 'sosalarm.se'],
    ['crisis', '90101', 'mind.se', 'Mind Självmordslinjen'],
  ],
  NO: [
    ['emergency', '112', 'politiet.no'],
    ['crisis', '116 123', 'mentalhelse.no', 'Mental Helse'],
  ],
  DK: [
    ['emergency', '112', 'politi.dk'],
    ['crisis', '70 201 201', 'livslinien.dk', 'Livslinien'],
  ],
  FI: [
    ['emergency', '112', '112.fi'],
    ['crisis', '09 2525 0111', 'mieli.fi', 'MIELI'],
  ],
};

/** The lines of a country, or none. */
export function helpLinesOf(country: string): readonly HelpLine[] {
  const rows = Object.hasOwn(LINES, country) ? (LINES[country] ?? []) : [];
  return rows.map(([use, number, source, name]) => ({
    country,
    use,
    number,
    source,
    asOf: AS_OF,
    ...(name !== undefined && { name }),
  }));
}

export const HELP_LINE_COUNTRIES: readonly string[] = Object.keys(LINES);
