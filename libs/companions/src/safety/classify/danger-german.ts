import type { DangerRules } from './danger-rules.js';

const CLOSE = String.raw`(?:mann|frau|freund|freundin|ex|partner|partnerin|vater|papa|mutter|mama|stiefvater|stiefmutter|bruder|onkel|opa|oma|lehrer|trainer|chef|sohn|nachbar)`;
const WHO = String.raw`(?:er|sie|mein(?:e)? (?:\w+ )?${CLOSE}|jemand|ein (?:mann|typ|fremder))`;
const ONE = String.raw`(?:er|sie|mein(?:e)? \w+|das (?:baby|kind)|ein mann|eine frau|jemand|mama|papa|oma|opa)`;
const WEAPON = String.raw`(?:messer|waffe|pistole|gewehr|bombe|axt)`;

/** German. */
export const DANGER_GERMAN: DangerRules = {
  idioms: [
    String.raw`(?:sterbe|sterben|gestorben|verhungere|tot) (?:fast |gerade |gleich )?(?:vor|aus) (?:hunger|lachen|langeweile|hitze|kalte|neugier|scham|durst)|totlach\w*|lach(?:e|en)? mich tot|halb tot`,
    String.raw`bring(?:t|st|e|en)? (?:mich|ihn|sie|uns) (?:noch )?(?:um (?:den|die|das|mein\w*|acht|neun|zehn|elf|zwolf|eins|zwei|drei|vier|funf|sechs|sieben|\d+)|um \w+ uhr)|(?:selbstmord|suizid)(?:kommando|gedanke beim)|schlagt mich (?:um langen|im|beim|immer beim|in (?:schach|tennis))`,
  ],
  rules: {
    'self-harm': [
      [
        0.7,
        String.raw`(?:will|mochte|kann) (?:einfach |nur |das alles )?(?:nicht mehr|verschwinden|dass (?:alles|es) aufhort|dass der schmerz aufhort)(?= *$|[.,!;])|(?:ich bin|bin ich) (?:nur |doch )?(?:eine|allen eine) (?:last|burde)|wunschte,? ich ware (?:nie geboren|tot|nicht (?:mehr )?da)|es ware besser,? wenn ich (?:tot|weg|nicht)`,
      ],
      [
        0.35,
        String.raw`(?:fuhle mich|bin) (?:\w+ )?(?:wertlos|hoffnungslos|nutzlos|leer|verloren|gefangen)|hasse mich|hasse mein leben|niemand (?:liebt|braucht|vermisst) mich|keine hoffnung(?: mehr)?`,
      ],
      [
        0.35,
        String.raw`(?:halte|ertrage) (?:es|das|ich)(?: \w+){0,2} nicht mehr(?: aus)?|kann nicht mehr|keinen ausweg|alles sinnlos`,
      ],
      [
        0.95,
        String.raw`(?:mich|sich) (?:selbst )?(?:\w+ )?(?:um(?:zu)?bringen|um(?:ge)?bracht|toten|zu toten|erhangen|aufhangen|erschiessen|vergiften)|(?:bringe|bringt|brachte) (?:mich|sich)(?: \w+)? um(?! (?:den|die|das|\d))|mir das leben (?:zu )?nehmen|das leben nehmen|selbstmord\w*|suizid\w*|freitod`,
      ],
      [
        0.95,
        String.raw`(?:will|wollte|mochte|wurde|willst|wunschte)(?: \w+){0,4} (?:sterben|tot sein|nicht mehr (?:leben|da sein|hier sein|aufwachen|existieren|weiterleben|weitermachen)|nie (?:mehr|wieder) aufwachen|(?:ich )?(?:ware|war) tot)|(?:ware|war) (?:lieber|am liebsten|gern) tot`,
      ],
      [
        0.9,
        String.raw`nicht mehr (?:leben|weiterleben|da sein|aufwachen)(?: will| wollen| mochte| kann)?|kann (?:so )?nicht mehr (?:weiter ?leben|leben|weitermachen)|(?:keinen|kein|welchen) (?:sinn|grund|lebenswille\w*)(?: \w+)? (?:mehr )?(?:im leben|zu leben|weiterzuleben|am leben)|leben (?:hat|macht) (?:\w+ )?keinen sinn|lebensmude|das leben (?:satt|leid)|mude (?:vom|zu) leben`,
      ],
      [
        0.85,
        String.raw`(?:ohne mich)(?: \w+){0,4} besser|besser(?: \w+)? ohne mich|(?:niemand|keine[rn]?)(?: \w+){0,4} (?:vermissen|merken|bemerken|wenn ich (?:tot|weg|nicht mehr))`,
      ],
      [
        0.85,
        String.raw`(?:mich|sich)(?: \w+){0,2} (?:geritzt|ritzen|ritze|selbst verletz\w+|geschnitten(?! beim))|ritze(?: ich)? mich|selbstverletz\w*|pulsadern|von der brucke spring\w+|vor (?:den|einen) zug|vom (?:dach|balkon|hochhaus) spring\w+|(?:zu viele|alle) (?:tabletten|pillen|schlaftabletten)|abschiedsbrief\w*|uberdosis`,
      ],
      [
        1,
        String.raw`(?:schmerzlos|am schnellsten|am einfachsten|wie kann ich)(?: \w+){0,2} (?:sterben|mich umbringen|umbringen)`,
      ],
      [
        0.75,
        String.raw`schluss machen mit (?:dem|meinem) leben|(?:allem|meinem leben|dem ganzen) ein ende (?:setzen|machen)|einfach (?:verschwinden|einschlafen und)|nie (?:geboren|wieder aufwachen)`,
      ],
    ],
    abuse: [
      [
        0.9,
        String.raw`${WHO} (?:\w+ ){0,3}(?:schlagt|schlug|verprugelt|prugelt|misshandelt|wurgt|tritt|vergewaltigt|missbraucht|begrapscht|belastigt) (?:mich|uns|meine)(?! (?:im|beim|in (?:schach|tennis)|um))|(?:hat|haben) (?:mich|uns) (?:\w+ ){0,2}(?:geschlagen|verprugelt|misshandelt|gewurgt|vergewaltigt|missbraucht|begrapscht|angefasst)(?! (?:im|beim))`,
      ],
      [
        0.9,
        String.raw`(?:wurde|bin|werde)(?: \w+){0,3} (?:vergewaltigt|missbraucht|misshandelt|geschlagen|begrapscht|zusammengeschlagen)|fasst mich(?: \w+){0,3} an|hausliche gewalt|angst vor (?:ihm|meinem (?:mann|vater|freund|ex))|sperrt mich ein|zwingt mich`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:mich|uns) (?:\w+ )?(?:umbring(?:t|en)|tote[nt]|erstech\w+|erschiess\w+|umzubringen)|bringt mich um(?! (?:den|die|das))|(?:bedroht|bedrohen) (?:mich|uns)|morddrohung\w*`,
      ],
      [
        0.85,
        String.raw`(?:werde|wurde|worden)(?: \w+){0,2} (?:verfolgt|angegriffen|uberfallen|bedroht|entfuhrt|gestalkt)|(?:verfolgt|folgt|angreift|uberfallt) (?:mich|mir)(?! auf)|(?:bricht|eingebrochen|einbrecher|einzubrechen)(?: \w+){0,3}|(?:hat|mit|halt) (?:ein|eine|einem|einer) ${WEAPON}(?: und| in der hand| bedroht)?|jemand ist in (?:meiner|der) wohnung|in (?:lebens)?gefahr|amoklauf\w*`,
      ],
    ],
    threat: [
      [
        0.85,
        String.raw`ich (?:\w+ ){0,3}(?:bring(?:e)?) (?:ihn|sie|dich|alle|euch|meine[nm]? \w+|den \w+|jemanden)(?: \w+)? um(?= |$|[.,!])|ich (?:\w+ ){0,3}(?:ersteche|erschiesse|tote|umbringe|ermorde|vergifte) (?:ihn|sie|dich|alle|euch|meine[nm]? \w+|den \w+|jemanden)|ich (?:\w+ ){0,2}(?:steche|schiesse|knalle) (?:ihn|sie|dich|alle|euch) (?:ab|nieder|tot)`,
      ],
      [
        0.85,
        String.raw`(?:will|werde|mochte|konnte)(?: \w+){0,4} (?:umbringen|toten|abstechen|erstechen|erschiessen|ermorden|vergiften|vergewaltigen|abknallen)|(?:haus|wohnung|auto|schule)(?: \w+)? (?:anzunden|abfackeln|sprengen|niederbrennen)|bombe (?:bauen|basteln|legen)`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`(?:atmet|atme) (?:\w+ )?nicht(?: mehr)?|(?:kann|bekomm(?:t|e)|krieg(?:t|e))(?: \w+){0,3} (?:nicht (?:mehr )?atmen|keine luft)|keine luft mehr|bewusstlos|ohnmachtig|(?:kein|keinen) puls|reagiert nicht(?: mehr)?(?: auf)?|wacht nicht (?:mehr )?auf`,
      ],
      [
        0.9,
        String.raw`(?:hat|habe|haben|bekommt|hatte gerade|erleidet)(?: \w+){0,3} (?:herzinfarkt|schlaganfall|herzstillstand|krampfanfall|allergische[nr]? (?:schock|reaktion)|anfall)|herzinfarkt zu haben|starke schmerzen in der brust|schmerzen in der brust|brustschmerz\w*|${ONE} (?:\w+ ){0,2}(?:erstickt|ertrinkt|verblutet|blutet stark)|blutet (?:sehr )?stark|hort nicht auf zu bluten|verschluckt(?: und)?|(?:putzmittel|batterie|gift|bleiche|reiniger) (?:getrunken|verschluckt|geschluckt)|notarzt|krankenwagen|rettungswagen|stirbt gerade`,
      ],
    ],
  },
};
