import { ENGLISH_IDIOMS } from './danger-english-idioms.js';
import type { DangerRules } from './danger-rules.js';

const SELVES = String.raw`(?:my ?self|him ?self|her ?self|them ?sel(?:f|ves))`;
const CLOSE = String.raw`(?:husband|wife|boyfriend|girlfriend|bf|gf|fiance|partner|ex|dad|daddy|father|mom|mum|mother|parents|step ?-?(?:dad|father|mom|mum|mother|brother|son)|brother|uncle|aunt|grand ?(?:pa|ma|father|mother)|cousin|teacher|coach|priest|boss|room ?mate|man|guy|son|neighbou?r)`;
const SOMEBODY = String.raw`(?:my (?:\w+ )?${CLOSE}|he|she|they|some ?(?:one|body)|(?:a|this|that|the) (?:\w+ )?(?:man|guy|men|stranger|woman|neighbou?r)|people|my \w+)`;
const ONE_OF_US = String.raw`(?:he|she|we|i|they|baby|babe|son|daughter|kid|child|toddler|mom|mum|mama|mother|dad|father|wife|husband|partner|girlfriend|boyfriend|friend|brother|sister|grand ?(?:ma|pa|mother|father)|uncle|aunt|man|woman|person|somebody|someone|neighbou?r|colleague|coworker|roommate|guy|girl|boy)`;
const WANT = String.raw`(?:want(?:s|ed)? to|wanna|going to|gonna|will|'?ll|plan(?:s|ning)? (?:to|on)|about to|ready to|need to|have to|gotta|might|could|try(?:ing)? to|tried to|thinking (?:of|about)|thoughts? (?:of|about)|intend to|swear (?:i'?ll|to)|let'?s)`;
const WEAPON = String.raw`(?:knife|gun|weapon|machete|pistol|rifle|shotgun|axe|bomb)`;

/** English. */
export const DANGER_ENGLISH: DangerRules = {
  idioms: ENGLISH_IDIOMS,
  rules: {
    'self-harm': [
      [0.5, String.raw`(?:having|have had|have|had|getting|been having) (?:\w+ )?dark thoughts`],
      [
        0.9,
        String.raw`(?:${WANT}|ready to|prepared to|wish i could|decided to|feel like) (?:\w+ ){0,3}?(?:end(?:ing)?|stop(?:ping)?) (?:everything|it all|all of (?:it|this)|(?:this|the|my) (?:pain|suffering|misery|nightmare|life|existence|torture|agony|hell|struggle))`,
      ],
      [
        0.85,
        String.raw`(?:driv(?:e|ing)|crash(?:ing)?|run(?:ning)?|steer(?:ing)?) (?:my|the|this) (?:car|bike|truck|motorbike) (?:off|into|in front of) (?:a|the|an?) (?:\w+ )?(?:cliff|bridge|tree|wall|river|truck|traffic|pole|ravine)|(?:planning|plan|want|imagining|picturing) my (?:own )?(?:death|funeral)|(?:until|till) i (?:die|bleed|stop breathing|pass out forever)|(?:only|all) (?:be )?(?:over|stops?|ends?) when i(?:'?m)? (?:die|dead|gone)`,
      ],
      [
        0.8,
        String.raw`(?:can'?t|cannot|cant|don'?t think i can|not sure i can) (?:survive|make it through|get through|face) (?:another|one more|the|this|tomorrow|any(?:more| more)?)(?: day| night| week)?|(?:can'?t|cannot|don'?t think i can) (?:stay safe|keep my ?self safe|trust my ?self (?:tonight|right now|alone))`,
      ],
      [
        0.75,
        String.raw`(?:won'?t|will not|wont|don'?t|never) (?:\w+ )?have to (?:worry|deal|put up|bother|care)(?: \w+)? (?:about |with )?me(?: (?:soon|anymore|any more|any longer|again|much longer|from now on|ever again))?(?= *$|[.,!])|(?:things|life|everything|it) (?:will|would|'?ll) (?:all )?be (?:better|easier|over|fine) (?:when|once|after|if) i'?m (?:gone|dead|not here)|(?:for|in order|affairs|letters?|ready)(?: \w+){0,4} when i'?m (?:gone|dead|no longer here)`,
      ],
      [
        0.8,
        String.raw`(?:see(?:ing)?|watch(?:ing)?|make|making|feel) my ?self bleed|punish(?:ing)? my ?self|deserve (?:the|this|all this) (?:pain|suffering)|(?:having|have|get|getting) (?:\w+ )?(?:dark|bad|scary|intrusive) thoughts (?:about|of) (?:my ?self|dying|death|not)|(?:standing|sitting|i'?m|i am|up) on (?:the|a) (?:edge of the )?(?:bridge|roof|ledge|tracks|railing|railway)|(?:started|start|thinking (?:of|about)|want to|wanna|back to|stop|urge to|been|relapsed into) cut(?:ting)?(?: my ?self)?(?: again| every (?:day|night)|$|(?=[.,!]))|scared i(?:'?ll| will| might| could)(?: \w+)? (?:hurt|kill|harm|do something to) ${SELVES}`,
      ],
      [
        0.65,
        String.raw`(?:it|this|life|living)(?: \w+){0,6}? (?:isn'?t|is not|isnt|not|ain'?t|no longer) worth it(?: anymore| any more| any longer)|(?:life|living)[^\n.]{0,30} (?:isn'?t|is not|isnt|not|ain'?t|no longer) worth it|(?:don'?t|do not|dont|doesn'?t) want to be here (?:anymore|any more|any longer|at all|tomorrow)|(?:i'?m|i am|being|just|such) (?:\w+ ){0,2}burden(?: (?:to|on|for) (?:everyone|everybody|my|them|you|others|people))?|(?:ready to |want to |going to |gonna |just )giv(?:e|ing) up (?:on )?(?:everything|living|it all|life)|(?:can'?t|cannot) bear (?:the|this|so much) (?:pain|suffering|life)|(?:be with|join|see) (?:him|her|them|my (?:\w+ )?(?:mom|mum|dad|mother|father|grandma|grandpa|brother|sister|husband|wife|son|daughter|baby)) (?:again )?(?:soon )?in heaven`,
      ],
      [
        0.35,
        String.raw`(?:feel|feeling|am|i'?m|im) (?:so |completely |totally |just |utterly |absolutely )*(?:hopeless|worthless|useless|empty inside|broken beyond repair|trapped|a failure|disgusting|all alone|numb)`,
      ],
      [
        0.35,
        String.raw`hate my ?self|hate my life|nobody (?:\w+ )?(?:loves|cares about|wants|needs) me|no ?one (?:\w+ )?(?:loves|cares about|would miss|needs) me|everyone hates me|i don'?t matter|have no purpose|(?:dark|bad) thoughts|(?:tired of|done) (?:fighting|trying)|i(?:'?m| am) sorry for everything`,
      ],
      [
        0.35,
        String.raw`(?:can'?t|cannot|cant) (?:do|take|stand|bear|handle) (?:this|it)(?: all)? (?:anymore|any more|any longer)|no way out|at the end of my rope|nothing (?:will )?(?:ever )?(?:get|gets|change|changes|matters)(?: better| anymore)?|no (?:future|hope)(?: for me| left| anymore)?|don'?t see a future|(?:want|need) to disappear|giv(?:e|ing) away (?:all )?my (?:stuff|things|possessions)|i just want out|what'?s the point`,
      ],
      [
        1,
        String.raw`(?:painless|least painful|quick(?:est)?|eas(?:y|iest)|fast(?:est)?|best|surest|good) (?:way|ways|method|methods|pills?|drugs?) (?:to|of|for) (?:die|dying|suicide|kill(?:ing)? (?:my|your|one'?s) ?self|end(?:ing)? (?:my|your) life|commit\w*|overdose|hang)`,
      ],
      [
        1,
        String.raw`how (?:many|much) (?:\w+ ){1,6}(?:to|would|will|until) (?:\w+ ){0,5}(?:kill|die|overdose|never wake|not wake)`,
      ],
      [
        1,
        String.raw`how (?:do i|to|can i|should i) (?:\w+ )?(?:kill my ?self|end my (?:own )?life|commit suicide|hang my ?self|cut my ?self|overdose)`,
      ],
      [
        0.95,
        String.raw`(?:kill|hang|drown|poison|shoot|stab|starv|electrocut|suffocat|strangl|chok|gas|unaliv)(?:e|s|ed|ing|bed|bing)? ${SELVES}`,
      ],
      [
        0.95,
        String.raw`${WANT} (?:just |really |fucking |only |finally |\w+ly )?(?:die|dying|be dead|unalive)(?! (?:my|your|the|her|his) hair)`,
      ],
      [0.95, String.raw`(?:end|ending|take|taking|took) (?:my|his|her|their) (?:own )?li(?:fe|ves)`],
      [
        0.9,
        String.raw`${WANT} (?:just |finally )?end (?:it all|everything|my (?:pain|suffering|misery)|it(?=$|[.!?,;]| all| tonight| now| today| for good| forever))|ending it all`,
      ],
      [0.95, String.raw`commit(?:ting|ted)? suicide|suicide (?:note|letter|plan|attempt|methods?)|suicidal(?: \w+)?`],
      [0.7, String.raw`suicides?|sewer ?slide|kms|unalive`],
      [
        0.9,
        String.raw`(?:wish|wished|wishes) (?:that )?(?:i|he|she|they) (?:was|were|'?d be|could be|would be|'?d just be|had been) (?:dead|never born|gone|not alive|not here)|(?:wish|wished) (?:that )?i (?:hadn'?t|had never|'?d never|never) (?:been born|existed|woken up)|(?:wish|wished) (?:that )?i (?:didn'?t|did not) (?:exist|wake up)|wish i could (?:just )?(?:die|stop existing|disappear|not exist|sleep forever)|i'?d (?:rather|sooner) be dead|(?:better|be) (?:off )?dead|i should (?:just )?(?:die|be dead)|rather (?:die|be dead) than (?:live|go on|keep)`,
      ],
      [
        0.85,
        String.raw`(?:never|not|didn'?t|don'?t|dont|wouldn'?t|won'?t|hadn'?t) (?:ever |have to |want to |wanna |wants to )?(?:wake|woken?|woke|waking) up(?: again| tomorrow(?! (?:at|so|early|before))| ever| anymore| one day| in the morning|$|(?=[.!,;]))`,
      ],
      [
        0.85,
        String.raw`(?:better|happier|easier|fine) (?:off |place )?(?:without (?:me|them|him)(?= |$|[.,!?])(?! (?:there|at the|on the|in the|being|having|coming|driving|as a))|(?:if|when|once|now that) i(?:'?m| am| was| were|'?d| wasn'?t| weren'?t)? ?(?:just )?(?:here|around|gone|dead|not here|not around|not alive|not there|died|disappeared))|without me (?:\w+ )?(?:would|will|'?d) (?:\w+ )?be (?:better|happier|easier)`,
      ],
      [
        0.85,
        String.raw`(?:notice|cares?|cry|matters?|miss me|be sad|mind|even know) (?:if|whether|when) i(?:'?m)? ?(?:\w+ )?(?:live or die|am dead|dead|alive or dead|gone|die|died|disappear|disappeared|was gone|were gone|vanish|vanished|was dead|were dead|wasn'?t here|weren'?t here|killed|left this world|never existed|didn'?t exist)`,
      ],
      [
        0.9,
        String.raw`(?:no|any|see the|see a|see no|what'?s the|what is the|lost the|a) (?:point|reason|purpose|sense|will|meaning) (?:in|of|to|for|anymore in) (?:me |my )?(?:living|life|live|going on|go on|being alive|being here|be here|staying|stay alive|existing|exist|keep living|carry on|continue living)`,
      ],
      [
        0.85,
        String.raw`(?:don'?t|do not|dont|didn'?t|doesn'?t|no longer|not) (?:\w+ )?(?:want to|wanna|wants to) (?:live(?! (?:here|in|with|at|near|on|alone|there|together|far|so|like a))|be alive|exist|be in this world|be on this (?:earth|planet)|keep (?:living|going)|go on(?! (?:a|the|holiday|vacation|that|this))|be here (?:anymore|any more|any longer|no more)|be around (?:anymore|any more|any longer)|live anymore)`,
      ],
      [
        0.85,
        String.raw`(?:can'?t|cannot|can not|cant|couldn'?t|don'?t (?:think|know if) i can) (?:go on|keep (?:going|living)|carry on|live)(?: living|$|(?=[.,!])| living| like this| anymore| any more| any longer| with (?:this|the) pain)`,
      ],
      [
        0.75,
        String.raw`(?:can'?t|cannot|cant) (?:do|take|stand|bear|handle|cope with) (?:this|it|life)(?: all)?(?: anymore| any more| any longer)?[^\n]{0,60}(?:forever|disappear|die|dead|goodbye|end it|to stop|to be over|not be here)`,
      ],
      [
        0.7,
        String.raw`(?:want|wish|need) (?:to (?:just )?(?:disappear|vanish|stop existing|cease to exist|sleep forever)|(?:it|everything|the pain|this) (?:all )?to (?:just )?(?:end|stop|be over)(?: forever| for good)?)|fall asleep (?:and|forever)(?: and)? (?:never|not) wake`,
      ],
      [
        0.9,
        String.raw`(?:jump(?:ing|ed)?|throw(?:ing)? my ?self) (?:off|from|in front of|out of|under|down) (?:of )?(?:a|the|my|this|that)? ?(?:\w+ )?(?:bridge|roof|building|train|window|balcony|cliff|tower|overpass|subway|truck|floor|bus)`,
      ],
      [
        0.95,
        String.raw`(?:slit|cut|slash|slice)(?:ting|ing|s)? (?:open )?(?:my|her|his) (?:\w+ )?(?:wrists?|veins?|throat|arms?|legs?|thighs?|skin)`,
      ],
      [
        0.7,
        String.raw`(?:cut|cuts|cutting|burn|burning|burned|burnt|hurt|hurting|hurts|harm|harming|scratch(?:ing|ed)?|starv(?:e|ing)) ${SELVES}`,
      ],
      [
        0.85,
        String.raw`burn(?:ing|ed|t)? my (?:own )?(?:skin|arms?|legs?)|self ?-?(?:harm|injur|mutilat)\w*|relapsed (?:on|with|into) (?:cutting|self)`,
      ],
      [
        0.85,
        String.raw`(?:took|taken|take|taking|swallow(?:ed|ing)?|ate|down(?:ed)?) (?:all|a (?:lot|bunch|bottle|box|pack|handful)|too many|the (?:whole|entire) \w+|\d{2,})(?: of)?(?: (?:my|the|these|her|his|those))?(?: \w+)? ?(?:pills?|tablets|meds|medication|paracetamol|tylenol|ibuprofen|sleeping pills|xanax)`,
      ],
      [
        0.85,
        String.raw`(?:pills?|rope|noose|razor|blade|gun|knife) (?:are |is )?(?:right )?(?:in front of me|ready|in my hand|on the table and|beside me|next to me)|(?:tied|made|bought) (?:a|the) (?:noose|rope)(?! (?:for the|ladder|swing))|(?:have|got) the (?:pills?|rope|noose|razor|blade|knife|gun) ready|(?:gun|knife|razor|blade|rope)(?: \w+)? on my ?self|(?:sav|hoard|stockpil|collect)(?:ing|ed) (?:up )?(?:\w+ )?(?:meds|pills|medication|tablets)`,
      ],
      [0.9, String.raw`${WANT} (?:overdose|od)(?:ing)?|tried to (?:overdose|od)`],
      [
        0.85,
        String.raw`(?:goodbye|farewell|suicide|last|final) (?:letter|letters|note|notes) (?:is|are|for|to|on)?|(?:wrote|written|writing) (?:\w+ ){0,2}(?:letter|letters|note|notes|goodbyes?)(?: \w+)? (?:for|to) (?:my|everyone|everybody|the) (?:\w+ )?(?:kids?|children|parents|family|mom|mum|dad|friends|mother|loved ones|already)`,
      ],
      [
        0.75,
        String.raw`(?:this is|it'?s|will be|it is) (?:my |the )?(?:very )?(?:last|final) (?:message|text|goodbye|night|day) (?:you|i|on|alive|from me|before)`,
      ],
      [
        0.8,
        String.raw`(?:won'?t|will not|not|wont) be (?:here|around|alive)(?: for)? (?:anymore|any more|much longer|tomorrow|next (?:year|week|month)|for long|when you)|(?:don'?t|can'?t|do not|cannot) see my ?self (?:\w+ )?(?:here|alive|living|being here|making it)|(?:not|won'?t|don'?t) (?:\w+ )?make it (?:to|past|through) (?:tomorrow|the night|my next birthday|next year|tonight)`,
      ],
      [
        0.9,
        String.raw`(?:life|living|it)(?: is|'?s| isn'?t| is not| ain'?t|isnt)? (?:no longer |just )?(?:not |n'?t )?worth (?:living|going on)|life (?:isn'?t|is not|ain'?t|isnt|has no|is no longer) (?:worth|meaning|mean)\w*(?: it)?|(?:nothing|nobody|no one|not much|no reason) (?:left |more )?to live(?: for)?|(?:i'?m|am|so|feel|feeling|just|be) (?:so |just |very |really )?(?:tired|sick|done) (?:of|with) (?:living|life|being alive|existing|this life|everything and everyone)`,
      ],
      [
        0.75,
        String.raw`hate (?:being alive|living|existing|that i'?m alive)|(?:don'?t|do not) deserve to (?:live|be alive|exist|be here)|(?:shouldn'?t|should not|should never|wish i(?:'d| had)? never|never should) (?:be alive|exist|have been born|been born|existed)|giv(?:e|en|ing) up on (?:life|living)|lost (?:all |the )?(?:hope|will to live|the will)(?: in life| to live)?`,
      ],
    ],
    abuse: [
      [
        0.85,
        String.raw`(?:dragged|dragging|grabbed|grabs|threw|throws|pinned|pins|slammed|slams|shook|held) me (?:by (?:the|my) (?:hair|neck|throat|arm|feet|legs?)|(?:down )?(?:against|across|on|onto|to|into) the (?:wall|floor|ground|bed)|down)|pull(?:s|ed) my hair|(?:tried|trying|tries|attempted|threatens?|threatened) to (?:strangle|choke|rape|molest|suffocate|drown) (?:me|us|her)|(?:scared|afraid|terrified) of what (?:he|she|they|my (?:\w+ )?${CLOSE})(?:'ll| will| might| would| could|'d| is going to) do`,
      ],
      [
        0.9,
        String.raw`(?:my (?:\w+ )?${CLOSE}|he|she) (?:\w+ ){0,3}(?:keeps? )?(?:hits?|beats?|beating|hitting|punch(?:es|ed|ing)?|kick(?:s|ed|ing)|slap(?:s|ped|ping)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|push(?:es|ed) me (?:against|down)|shov(?:es|ed)|abus(?:es|ed|ing)|molest(?:s|ed|ing)?|rap(?:es|ed|ing)|grop(?:es|ed|ing)|whip(?:s|ped)?|burns) (?:me(?! (?:up|at|in (?!front|the (?:face|head|stomach|back))\w+|to|with (?:a|the) (?:text|message|question)|on (?:whats|insta|face|tele|out|off))|s? out)|us(?! (?:\d|at|in|to|all))|my (?:kids?|children|mom|mum|mother|sister|brother|son|daughter|baby)|the (?:kids?|children|baby))(?! up| out| \d)`,
      ],
      [
        0.85,
        String.raw`(?:touch(?:es|ed|ing)?|fondl(?:es|ed|ing)) me (?:at night|when|where|down|there|inappropriately|sexually|without|and i|every|in (?:my|the) (?:sleep|room|bed)|even though|under)`,
      ],
      [
        0.9,
        String.raw`(?:i was|i'?ve been|i am being|i'?m being|i got|got|was|been|being|she was|getting) (?:\w+ )?(?:raped|molested|groped|sexually \w+|abused|beaten(?: up)?|assaulted|drugged|trafficked)(?! (?:in|at) (?:\w+ )?(?:chess|tennis|football|fifa|the final|poker))`,
      ],
      [
        0.9,
        String.raw`sexual(?:ly)? (?:assault\w*|abus\w+) (?:me|by|at|when|in)|sexually (?:assaulted|abused)|rap(?:ed|ing|es) (?:me|her|my)|tried to rape|victim of (?:\w+ )?(?:abuse|violence|rape|trafficking)`,
      ],
      [
        0.85,
        String.raw`(?:mak(?:es|ing)|made|forc(?:es|ed|ing)|pressur(?:es|ed|ing)) me (?:to )?(?:do (?:\w+ ){0,2}(?:things|stuff)|have sex|touch|undress|sleep with|watch (?:him|porn)|send)|forc(?:es|ed|ing) (?:him|her) ?self on`,
      ],
      [
        0.75,
        String.raw`(?:he|she|${CLOSE}) (?:\w+ ){0,2}(?:lock(?:s|ed)?|keeps?|kept) me (?:in(?:side)?|locked|up|prisoner)(?= |$|[.,!])|(?:scared|afraid|terrified|frightened) (?:of|to go home to) (?:him|her|my (?:\w+ )?${CLOSE})|(?:scared|afraid) to go home|hurts me (?:when|every|at home|on purpose|if|and)|abusive (?:relationship|home|${CLOSE})|(?:my|an?|the) (?:\w+ )?${CLOSE} (?:is|has been|was|gets|got) (?:very |really |so )?(?:abusive|violent)|blackmail(?:s|ing|ed)? me`,
      ],
      [
        0.55,
        String.raw`(?:domestic|child) (?:violence|abuse) (?:at|in|from|by) (?:my|our|home)|beats? (?:me|us) (?:with|every|when|until)|hits? (?:me|us) (?:with|every|when|until|because|again|and|in)`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:some ?(?:one|body)|he|she|they|a man|burglars?|people)(?: is| are|'s|'re)? (?:just )?(?:breaking|broke) in(?= |$|[.,!])(?!to (?:song|tears|laughter|my (?:car|account)))|active shoot(?:er|ing)|shots fired|(?:robbery|shooting|burglary) in progress|(?:my|the|our) (?:house|home|apartment|flat|building|kitchen|room) is on fire|(?:house|building|apartment) on fire|trapped in (?:a|the|my) (?:\w+ )?(?:building|house|car|elevator|fire|rubble)`,
      ],
      [
        0.8,
        String.raw`${SOMEBODY} (?:is |are |was |were |'s |'re )?(?:\w+ ){0,3}(?:trying to|going to|gonna|wants? to|threaten(?:s|ed|ing) to|will|would|'ll|'d|swore to|promised to) (?:\w+ )?(?:kill|shoot|stab|murder|rape|attack|strangle|hurt|beat|burn) (?:me|us|my (?:\w+ )?(?:kids?|family|son|daughter|mom|mum|mother|dad|brother|sister|wife|husband|dog))`,
      ],
      [
        0.8,
        String.raw`(?:has|have|holding|pulled|with|got|carrying|had|waving|points?|pointing|pointed) (?:out )?(?:a |the |his |her |an? \w+ )?${WEAPON} (?:and|at|to|outside|in|on me|he|she|threat\w+|pointed)(?! (?:the )?(?:museum|shop|store|kitchen|movie|game))`,
      ],
      [
        0.85,
        String.raw`(?:break(?:s|ing)?|broke|broken|trying to (?:get|break|come|force)) (?:in ?to|in|inside) (?:my|our|the) (?:house|home|apartment|flat|room|place|front door|door|building)|(?:someone|somebody|a man|a stranger|intruder|burglar)s? (?:is |are |'s )?(?:\w+ )?(?:in|inside|outside|at) (?:my|our) (?:house|home|apartment|flat|room|place|door|window)|there'?s an? (?:intruder|burglar)`,
      ],
      [
        0.75,
        String.raw`(?:follow(?:s|ed|ing)|chas(?:es|ed|ing)) (?:me|us)(?! (?:back|on))(?= |$|[.,!])|stalk(?:s|ed|ing) me|(?:being|been|am) (?:followed|stalked|chased|hunted)`,
      ],
      [
        0.9,
        String.raw`(?:being|getting|been|i'?m|we'?re|i was|just got|got) (?:being |getting |just )?(?:attacked|robbed|mugged|kidnapped|abducted|held (?:hostage|captive|against|at)|shot at|stabbed|beaten up|jumped by)|(?:attack(?:ing|ed)|robb(?:ing|ed)|kidnapp(?:ed|ing)|abduct(?:ed|ing)|shooting at|shot at|stabbed|stabbing) (?:me|us)`,
      ],
      [
        0.75,
        String.raw`death threats?|threat(?:en|ens|ened|ening) (?:to kill |to hurt )?(?:me|us|my (?:life|kids|family|children))|fear(?:ing)? for my (?:life|safety)|my life is in danger|i'?m in (?:real |serious |grave )?danger|active shooter|someone is shooting|(?:please )?call the (?:police|cops)(?: for me| now| please)`,
      ],
    ],
    threat: [
      [
        0.75,
        String.raw`(?:i'?m|i am) (?:going to|gonna|about to) (?:start )?(?:shoot(?:ing)?|stab(?:bing)?|kill(?:ing)?)(?=$|[.!?] *$| (?:everyone|people|someone|up))|how (?:do i|to|can i) (?:attack|hurt|harm|injure|torture) (?:people|someone|somebody|a person|him|her|my|others|kids)`,
      ],
      [
        0.85,
        String.raw`(?:i|we|i'?m|i am|i'?ll|i will|i'?d)(?: \w+){0,3} (?:${WANT} )?(?:just |really |fucking )?(?:kill|murder|shoot|stab|strangle|poison|bomb|blow up|behead|hurt|attack|beat up|rape|slaughter|massacre|execute|torture) (?:him|her|them|you all|my (?!self|back|time|skin|body|arms?|legs?|head|wrists?|chances?|mood|vibe|throat|own)|everyone|everybody|people|all of|someone|somebody|that (?:bastard|bitch|guy|man|woman|girl|kid|son)|this (?:guy|man|bastard|bitch)|those (?:people|bastards|kids)|the (?:kids|teacher|people|president|boss|neighbou?r|whole|guy|bastard|bitch|entire)|every (?:one|single)|(?:a )?(?:few )?kids|as many|my (?:\w+ )?(?:co-?workers?|colleagues?|classmates?|boss|teachers?|neighbou?rs?|ex|wife|husband))`,
      ],
      [
        0.85,
        String.raw`(?:i'?ll|i will|i'?m going to|i'?m gonna|i want to|i wanna|i'?m about to|gonna) (?:\w+ )?(?:kill|murder|shoot|stab|strangle) (?:him|her|them|everyone|everybody|people|someone|somebody|my (?:\w+ )?${CLOSE}|my (?:wife|classmates?|family|coworkers?|colleagues?|kids|children|sister))`,
      ],
      [
        0.9,
        String.raw`shoot(?:ing)? up (?:the|my|a|that|this) (?:school|office|church|mall|place|club|party)|bring(?:ing)? (?:a|my|the) ${WEAPON} to (?:school|work|class|the office|church|the party)`,
      ],
      [
        0.85,
        String.raw`(?:${WANT}|i'?ll) (?:\w+ )?burn (?:down )?(?:his|her|their|your|the|that|my (?:\w+'?s?)) (?:\w+ )?(?:house|home|car|school|building|place|shop|office|place)(?: down)?`,
      ],
      [
        0.85,
        String.raw`how (?:do i|to|can i|would i) (?:\w+ )?(?:make|build|plant) (?:a |an )?(?:\w+ )?(?:bomb|explosives?|pipe ?bomb|molotov)|how (?:do i|to|can i) (?:\w+ )?(?:kill|poison|strangle|stab|murder) (?:someone|somebody|a person|my|people|him|her)|get away with (?:murder|killing)`,
      ],
      [
        0.7,
        String.raw`(?:want|need|wish) (?:him|her|them|my (?:\w+ )?${CLOSE}) (?:to be )?dead|(?:bought|have|got|loaded) (?:a|my|the) ${WEAPON}[^\n]{0,60}(?:pay for|regret|deserve|revenge|payback)|(?:he'?s|she'?s|they'?re) (?:a )?dead (?:man|woman|meat)|(?:hire|hiring|find) (?:a )?hit ?man`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`(?:severe|heavy|massive|uncontrolled) bleeding|bleeding (?:that )?(?:won'?t|doesn'?t|will not|is not) stop(?:ping)?|(?:^|[.!?\n] ?|help[,!:] ?)(?:heart attack|stroke|seizure|overdose|anaphyla\w+)(?= ?[!,.]* ?(?:help|need|please|now|emergency|here|hurry|$))|medical emergency|severe (?:burns?|head injury)`,
      ],
      [
        0.85,
        String.raw`(?:can'?t|cannot|can not|cant|isn'?t|is not|not|stopped|barely|hardly|struggling to|trouble|difficulty|unable to) (?:\w+ )?(?:breath(?:e|ing)|get (?:any )?air)`,
      ],
      [
        0.9,
        String.raw`(?:having|has|have|is having|suffering|suffered|getting|get|be) (?:a |an )?(?:\w+ )?(?:heart attack|stroke|seizures?|cardiac arrest|allergic reaction|anaphyla\w+|aneurysm|convulsions?)|anaphyla\w+|in (?:cardiac arrest|labou?r and)`,
      ],
      [
        0.85,
        String.raw`${ONE_OF_US}(?:'?s| is| are| has| have| was| just| suddenly| \w+){0,4} (?:unconscious|unresponsive|passed out|collapsed|fainted|not (?:waking up|responding|moving)|won'?t wake up|no pulse|turning blue|convulsing|bleeding out|electrocuted|drowning|drowned|chok(?:ing|ed) (?:on|and)|choking|vomiting blood|coughing (?:up )?blood)(?! up(?:$| ))`,
      ],
      [
        0.9,
        String.raw`unconscious and|(?:isn'?t|is not|not) (?:waking up|conscious|responsive)|no pulse|can'?t (?:feel|find) (?:a|his|her) pulse`,
      ],
      [
        0.85,
        String.raw`bleed(?:s|ing)? (?:a lot|heavily|badly|out|to death|so (?:much|bad)|profusely|from (?:the|his|her|my) (?:head|neck))|(?:won'?t|doesn'?t|not|will not|can'?t) stop (?:the )?bleeding|(?:lot|lots|so much|pool) of blood|vomit(?:ing|ed)? blood|cough(?:ing|ed)? (?:up )?blood`,
      ],
      [
        0.9,
        String.raw`(?:swallow(?:ed|ing)|drank|drunk|ate|eaten|ingested|drinking) (?:\w+ ){0,3}(?:bleach|poison|battery|batteries|detergent|antifreeze|rat poison|cleaner|cleaning (?:fluid|product)|magnet|magnets|mushrooms)|(?:been|got|was|being) poisoned`,
      ],
      [
        0.8,
        String.raw`(?:overdosed|overdosing|od'?ed|od'?d)|(?:having|is) (?:an )?overdos(?:e|ing)|took too (?:many|much) (?:\w+ )?(?:pills?|tablets|insulin|meds|medication)`,
      ],
      [
        0.8,
        String.raw`(?:crushing|severe|sharp|strong|bad|terrible|intense|have|got|having) chest pains?|chest pain and|pain in (?:my|his|her|the) (?:chest|left arm)|(?:my|his|her) chest (?:hurts|is (?:tight|hurting|killing))(?! after)|(?:arm|face|side|leg) (?:is |are |has gone |went |feels )?(?:\w+ )?(?:numb|droop\w*|paraly[sz]ed) and|face is droop\w*|droop\w+ face|lips (?:are )?(?:\w+ )?blue|throat (?:is )?(?:closing|swelling|swollen shut)|slurr(?:ed|ing) (?:speech|(?:his|her|my) words)`,
      ],
      [
        0.85,
        String.raw`(?:call|need|send|get) (?:me )?(?:an |a |the )?(?:ambulance|911|999|112|paramedics?)|(?:was|been|got|just) hit by a (?:car|bus|truck|train)|(?:is|are|going to|gonna) (?:bleed(?:ing)? to death|dying on)|(?:is|he'?s|she'?s) dying(?! (?:to|for|of (?:laugh|hunger|boredom)))`,
      ],
    ],
  },
};
