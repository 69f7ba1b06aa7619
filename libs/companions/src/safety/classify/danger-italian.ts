import type { DangerRules } from './danger-rules.js';

const CLOSE = String.raw`(?:marito|moglie|fidanzat[oa]|ragazz[oa]|compagn[oa]|ex|padre|madre|papa|mamma|patrigno|matrigna|fratello|zio|zia|cugino|nonno|nonna|professore|allenatore|capo|figlio|vicino)`;
const WHO = String.raw`(?:lui|lei|(?:il )?mio (?:\w+ )?${CLOSE}|(?:la )?mia (?:\w+ )?${CLOSE}|qualcuno|un (?:uomo|tipo|tizio|ragazzo|sconosciuto))`;
const WANT = String.raw`(?:voglio|vorrei|volevo|vuole|sto per|penso di|pensato di|pensando di|voglia di|ho provato a|provato a|provo a|preferirei|desidero|ho intenzione di|devo)`;
const WEAPON = String.raw`(?:coltello|arma|pistola|fucile|ascia|bomba)`;

/** Italian. */
export const DANGER_ITALIAN: DangerRules = {
  idioms: [
    String.raw`(?:mor(?:o|ta|to|endo|ire|ivo|ta)|muoio|sto morendo|sono mort[oa]) (?:di|dal|dalla|dalle) (?:fame|sonno|ridere|risate|caldo|freddo|sete|voglia|vergogna|noia|paura|curiosita|stanchezza|invidia)|da morire|mi (?:uccide|ammazza) (?:quest\w+|il caldo|il traffico)|ammazzare il tempo|mi ammazzo di (?:lavoro|risate)|suicidio (?:politico|professionale)|quasi (?:un |mi (?:viene|veniva) un )infarto|mi (?:taglio|sono tagliat[oa]) (?:i capelli|le unghie|una|un|la barba|facendo|cucinando)`,
    String.raw`farla finita con (?:il|la|lo|i|gli|le|quest\w+) (?!vita|dolore)\w+`,
  ],
  rules: {
    'self-harm': [
      [
        0.7,
        String.raw`(?:voglio|vorrei) (?:solo )?(?:sparire|scomparire|che (?:tutto|il dolore) finisca|smettere di (?:soffrire|esistere))|sono (?:solo )?un peso(?: per)?|(?:sarebbe|era) meglio (?:se (?:io )?(?:morissi|non esistessi|fossi mort[oa])|essere mort[oa])|starebbero (?:tutti )?meglio senza di me`,
      ],
      [
        0.35,
        String.raw`mi sento (?:\w+ )?(?:inutile|vuot[oa]|senza speranza|disperat[oa]|in trappola)|mi odio|odio la mia vita|nessuno mi (?:ama|vuole|capisce)|nessuna speranza`,
      ],
      [0.35, String.raw`non (?:ce la faccio|ne posso|resisto) piu|senza via d'uscita|niente ha senso|a che serve`],
      [
        0.95,
        String.raw`${WANT} (?:\w+ )?(?:morire|ammazzarmi|uccidermi|uccidersi|ammazzarsi|suicidarmi|suicidarsi|impiccarmi|impiccarsi|farla finita|togliermi la vita|sparire per sempre|essere mort[oa]|buttarmi (?:dal|dalla|sotto|giu))(?! (?:di|dal))|farla finita|mi (?:ammazzo|uccido|suicido|impicco|voglio (?:ammazzare|uccidere|impiccare))|togliermi la vita|togliersi la vita`,
      ],
      [
        0.9,
        String.raw`suicidar\w*|suicid[ao]\b(?! squad)|(?:penso|pensare|pensando|tentativo|tentato)(?: \w+)? suicidio|lettera d'addio|porre fine alla (?:mia )?vita`,
      ],
      [
        0.9,
        String.raw`non (?:voglio|ho (?:piu )?voglia di|riesco|sopporto|ce la faccio|desidero)(?: \w+)? (?:a )?(?:piu )?(?:a )?(?:vivere|esistere|svegliarmi|esserci|andare avanti|continuare a vivere|stare al mondo|questa vita)|stanc[oa] di (?:vivere|questa vita|esistere)|(?:nessun|non (?:ha|c'e|trovo|vedo)(?: \w+)?) (?:senso|motivo|ragione)(?: \w+)? (?:per |di |nel |a )?(?:vivere|la vita|andare avanti)|vita non (?:ha|vale)|non vale la pena (?:di )?vivere|vorrei (?:essere mort[oa]|non essere (?:mai )?nat[oa]|non svegliarmi)`,
      ],
      [
        0.85,
        String.raw`(?:meglio|felici) senza di me|(?:nessuno|a nessuno)(?: \w+){0,4} se (?:io )?(?:morissi|muoio|sparissi|sparisco)`,
      ],
      [
        0.9,
        String.raw`mi (?:taglio|sono tagliat[oa]|tagliavo)(?: (?:le (?:vene|braccia|gambe)|i polsi|per sentire|di nuovo|ancora)|$)|tagliarmi le (?:vene|braccia)|autolesion\w+|mi faccio (?:del )?male|(?:buttarmi|saltare|lanciarmi) (?:dal|dalla|da un|giu dal|sotto (?:un|il)) (?:ponte|balcone|finestra|tetto|treno|palazzo)|(?:preso|ingoiato|presa) (?:tutte|troppe|tutta|una scatola) (?:\w+ )*(?:pillole|pastiglie|medicine|compresse|scatola)|overdose`,
      ],
      [
        1,
        String.raw`(?:come|modo|maniera)(?: \w+){0,4} (?:morire|uccidermi|ammazzarmi|suicidarmi)(?: senza (?:soffrire|dolore))?`,
      ],
    ],
    abuse: [
      [
        0.9,
        String.raw`${WHO} (?:\w+ ){0,2}(?:mi|ci) (?:ha )?(?:\w+ )?(?:picchi(?:a|ato|ata|ava)|mena|menato|violent(?:a|ato|ata)|stupr(?:a|ato|ata)|abus(?:a|ato)|molest(?:a|ato|ata)|maltratt(?:a|ato|ata)|tocca(?:to)?|schiaffeggi(?:a|ato)|strangol(?:a|ato)|chiude|chiuso|obbliga|costring(?:e)|costretta)|mi (?:picchia|picchiano|mena|ha (?:picchiat|violentat|stuprat|molestat)[oa])|(?:sono stat[oa]|ho subito|vittima di|subisco) (?:\w+ )?(?:violentat[oa]|stuprat[oa]|uno stupro|stupro|abus\w+|molest\w+|picchiat[oa]|aggredit[oa] sessualmente|violenz\w+|maltratt\w+)|violenza domestica|paura (?:di (?:lui|mio (?:marito|padre)|tornare a casa)|del mio (?:ragazzo|ex|compagno|fidanzato))`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:mi|ci) (?:vuole|vogliono|minaccia(?:no)? di) (?:uccidere|ammazzare|accoltellare|sparare|picchiare|violentare)|(?:vuole|vogliono|minaccia di|ha detto che|giura di|sta per)(?: \w+)? (?:uccidermi|ammazzarmi|accoltellarmi|spararmi|mi (?:uccide|ammazza|uccidera|ammazzera))|(?:mi|ci) (?:ha )?minacci(?:a|ato|ata|ano|ando)|minacce di morte|minacciat[oa] di morte`,
      ],
      [
        0.85,
        String.raw`(?:mi|ci) (?:stanno|sta|hanno|ha) (?:aggred\w+|attacc\w+|segu(?:endo|ito)|insegu\w+|rapin\w+|rapit[oa]|spara\w+)|(?:cerca(?:no)?|tenta(?:no)?|cercando|sta(?:nno)? cercando|provando) (?:di|a) (?:entrare|sfondare)(?: \w+){0,3}|(?:c'e )?(?:qualcuno|un uomo|un ladro)(?: \w+){0,3} (?:in casa|dentro casa|alla porta)|(?:ha|con|tiene) un[a]? ?${WEAPON}(?: e| in mano|,|$)|sono in pericolo`,
      ],
    ],
    threat: [
      [
        0.85,
        String.raw`(?:l[oiae]|vi|ti) (?:ammazz(?:o|ero|erei)|uccid(?:o|ero|erei)|accoltell(?:o|ero)|spar(?:o|ero)|sgozz(?:o|ero)|voglio (?:uccidere|ammazzare|accoltellare|vedere mort[oa])|faccio fuori)|(?:voglio|devo|vorrei|sto per|ho intenzione di|giuro che) (?:\w+ )?(?:uccider|ammazzar|accoltellar|strangolar|avvelenar)(?:l[oiae]|e (?:il|la|mio|mia|tutti|qualcuno|quel|quella|i|le))|(?:brucio|bruciare|brucero|dare fuoco|do fuoco|incendiare)(?: \w+)? (?:la|alla|sua|la sua|il|al) (?:\w+ )?(?:casa|macchina|scuola|auto)|(?:costruire|fare|fabbricare) una bomba`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`non (?:sta )?(?:respira(?:ndo)?|respiro|riesce a respirare|riesco a respirare)|fatica a respirare|priv[oa] di sensi|svenut[oa]|(?:ha )?perso (?:i sensi|conoscenza)|incosciente|senza polso|non (?:si sveglia|reagisce|risponde piu)(?! (?:al tel|ai mess|presto))`,
      ],
      [
        0.9,
        String.raw`(?:un |avere un |avendo un |ha un |ha avuto un )(?:infarto|ictus|attacco (?:di cuore|cardiaco|epilettico)|arresto cardiaco)|reazione allergica|convulsion\w+|dolore (?:forte )?al petto|male al petto|sanguina (?:molto|tantissimo|tanto|senza)|perde (?:molto |tanto )?sangue|non smette di sanguinare|(?:ingoiato|bevuto|ingerito) (?:\w+ ){0,3}(?:candeggina|varechina|pila|batteria|veleno|detersivo)|(?:sta |si sta )?(?:soffocando|annegando|strozzando)(?! di)|(?:chiam\w+|serve|mand\w+) (?:un'|una |un' )?(?:ambulanza|118|112)|overdose`,
      ],
    ],
  },
};
