const WORDS = [
  'two|dos|zwei|deux|dois|due',
  'three|tres|drei|trois|tre',
  'four|cuatro|vier|quatre|quatro|quattro',
  'five|cinco|funf|cinq|cinque',
  'six|seis|sechs|sei',
  'seven|siete|sieben|sept|sete|sette',
  'eight|ocho|acht|huit|oito|otto',
  'nine|nueve|neun|neuf|nove',
  'ten|diez|zehn|dix|dez|dieci',
  'eleven|once|elf|onze|undici',
  'twelve|doce|zwolf|douze|doze|dodici',
  'thirteen|trece|dreizehn|treize|treze|tredici',
  'fourteen|catorce|vierzehn|quatorze|quattordici',
  'fifteen|quince|funfzehn|quinze|quindici',
  'sixteen|dieciseis|sechzehn|seize|dezesseis|dezasseis|sedici',
  'seventeen|diecisiete|siebzehn|dix[- ]sept|dezessete|dezassete|diciassette',
].join('|');

/** An age below 18, in digits or in words. */
const YOUNG = String.raw`(?:1[0-7]|[1-9]|${WORDS})(?![\d.,]?\d)`;
const ADULT = '(?:18|eighteen|dieciocho|achtzehn|dix[- ]huit|dezoito|diciotto)';
const SCHOOL = String.raw`(?:(?:high|middle|elementary|primary|junior high)[- ]?school(?:er|girl|boy| (?:student|girl|boy|freshman|sophomore|pupil))|school[- ]?(?:girl|boy|child))`;
const CHILD = String.raw`(?:minor|underage(?:d)?|teen(?:ager|aged|age| girl| boy)?|pre-?teen|tween|child|kid|toddler|little (?:girl|boy)|young (?:girl|boy)|${SCHOOL}|menor(?: de edad| de idade)?|nin[oa]|adolescente|colegial[a]?|minderjahrig|teenager(?:in)?|schulerin|mineure?|enfant|collegienne|crianca|minorenne|bambin[oa])`;
/** After an age: years, or nothing that could be counted. */
const END = String.raw`(?=\s*(?:$|[.,;:!?)\]"'*/|\n]|(?:and|y|e|et|und|but|pero|years?[- ]old|y\/?o|yrs?|years? of age|years?(?=\s*(?:$|[.,;!?\n)]))|anos?|jahre?|ans|anni|soon|now|already|today|tomorrow|this|next|in)\b))`;

/** Somebody else, or a thing, may be young. */
const OTHERS = String.raw`(?:son|daughter|child|children|kid|kids|brother|sister|siblings?|twins?|niece|nephew|cousin|grandson|granddaughter|godson|goddaughter|stepson|stepdaughter|boy|girl|students?|pupils?)`;
const THINGS = String.raw`(?:dog|cat|horse|parrot|pony|tortoise|whisk(?:e)?y|rum|wine|scotch|cheese|car|van|truck|bike|motorbike|boat|house|flat|building|tree|company|business|firm|bakery|start-?up|shop|laptop|computer|phone|marriage|relationship|career|mortgage|contract|war|lease)`;

/** Who is spoken of: the character, by any name it has. */
export function underagePatterns(names: readonly string[]): readonly RegExp[] {
  const own = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const who = `(?:she|he|they|i|it|\\{\\{ ?char ?\\}\\}|<char>|<bot>${own.map((name) => `|${name}`).join('')})`;
  const is = String.raw`(?:'s| is|'m| am|'re| are|s|m)`;
  const hedge = String.raw`(?: (?:only|just|still|barely|merely|actually|really|secretly|about|around|now|currently|a|an|the|very|only just|of|physically|legally|at|most))*`;
  return [
    `\\b${who}${is}${hedge} ${YOUNG}${END}`,
    `\\b${who} (?:looks?|turns?|turned|just turned|has turned|will turn|will be|acts?|seems?)${hedge} ${YOUNG}${END}`,
    `\\b${who}${is}${hedge} (?:almost|nearly|not yet|not quite|under|below|younger than|about to turn) ${ADULT}\\b`,
    String.raw`(?<!(?:when|since|before|after|until) (?:\w+ ){0,3}(?:was|were) (?:\w+ )?)(?<!\b(?:her|his|my|our|their|has|have|having|with|raises|raising|a father of|a mother of) (?:an? |two |three )?(?=${YOUNG}[- ]?(?:years?|yrs?)[- ]?olds? (?:\w+ )?${OTHERS}\b))\b${YOUNG}[- ]?(?:years?|yrs?|yr|y)[- ./]?o(?:lds?|\b)(?!er)(?![- ](?:\w+ )?${THINGS}\b)`,
    String.raw`(?<!\b(?:at|since|from|until|till|by|before|after|the|to|of) (?:the )?)\bage[sd]?["']?(?: is| of|:| =|=| -)?[ ("']*(?:between |from )?${YOUNG}(?=$|[^\d%+-])(?! years? (?:in|on|as)\b)`,
    String.raw`\b(?:edad|alter|idade|eta)(?: es| ist|:| =|=) *${YOUNG}(?=$|[^\d%-])`,
    String.raw`\b(?:tiene|tengo|cumple|cumplio|tem|ha|ho|a|j'ai)(?: (?:solo|apenas|casi|que|seulement|appena|so))* ${YOUNG} (?:anos|anni|ans)(?! (?:en|de (?:experiencia|casad|matrimonio)|casad|viviendo|trabajando|di|d'exp|com|in))`,
    String.raw`\b(?:chic[oa]|nin[oa]|joven|much?ach[oa]|adolescente|mujer|hombre|novi[oa]|amig[oa]|estudiante|colegiala?|fille|femme|garcon|ragazz[oa]|menin[oa]|garota|agee? |eine?) (?:de |di |von )?${YOUNG}(?:(?: (?:anos|ans|anni|jahren?)|[- ]?jahrige?[rns]?)\b|(?=\s*(?:$|[.,;!?\n])))`,
    String.raw`\b(?:ist|bin|wird) (?:erst |gerade |noch )*${YOUNG}(?: jahre)?(?: alt)?(?=\s*(?:$|[.,;!?\n]))`,
    `\\b${who}${is}${hedge} (?:\\w+ )?${CHILD}(?![\\w-]|'s| (?:psycholog|therap|doctor|protection|care|at heart|welfare|advocate|services|development|actor|prodigy|lawyer|teacher|psychiat|character|inconvenience|league|celebrity))`,
    String.raw`\b(?:es|soy|ist|est|sou|sono|e) (?:una? |eine? |une |uma )?(?:\w+ )?(?:nin[oa]|menor de edad|menor de idade|adolescente|colegiala?|minderjahrig|mineure?|minorenne|schulerin|collegienne)\b`,
    String.raw`\b(?:lolis?|lolicon|shotas?|shotacon|jailbait|pre-?teens?)\b`,
    String.raw`\bunder-?aged? (?:girl|boy|teen|character|woman|man|lover|student)`,
    String.raw`\b(?:appears?(?: to be)?|physically|mentally|biologically|(?:looks?|looking) like an?|the body of an?) ${YOUNG}${END}`,
    String.raw`\b(?:girl|boy|lass|maiden|teen) of ${YOUNG}(?!\w)|\bborn ${YOUNG} years ago|\b${YOUNG} years young\b|\bsweet sixteen\b`,
    String.raw`\bteen(?:age|aged)?[- ](?:girl|boy|student|idol|witch|princess|runaway|lover|beauty|body)\b|\byoung teen\b|\bpre-?pubescent\b`,
    String.raw`(?<!\b(?:as|was|were|been|being|when) )\b(?:an?|the) (?:\w+ )?(?:high|middle)[- ]?school[- ]?(?:girl|boy|student|freshman|sophomore|er)\b`,
    String.raw`\b(?:sophomore|freshman) (?:in|at) (?:a )?high[- ]school|\byear (?:[1-9]|1[0-2]) (?:student|pupil)\b|\b(?:va a|estudia|esta en|cursa) (?:\w+ de )?la eso\b`,
    `\\b${who}(?:${is}| attends?| goes to| studies at)${hedge} (?:in |at )?(?:the )?(?:(?:[1-9]|1[0-2])(?:st|nd|rd|th)? grade|(?:middle|high|elementary|primary) school|junior high)\\b(?! (?:teacher|reunion|principal|counsel|coach|sweetheart|friend|librarian|nurse))`,
    ...(own.length > 0 ? [`\\b(?:${own.join('|')})(?:,|:| -)? ?\\(?${YOUNG}(?=\\)|,|\\.?$| years)`] : []),
    String.raw`^(?:teen|teenage|teenager|minor|underage|schoolgirl|schoolboy|child|colegiala|menor de edad)$`,
  ].map((source) => new RegExp(source, 'm'));
}
