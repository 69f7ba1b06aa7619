/** Words that say nothing about what a sentence is about, in English and Spanish, without accents. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `
a about above after again against all am an and any are aren't as at be because been before being below between both but by can can't
cannot could couldn't did didn't do does doesn't doing don't down during each few for from further had hadn't has hasn't have haven't having
he he'd he'll he's her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself let's
me more most mustn't my myself no nor not of off on once only or other ought our ours ourselves out over own same shan't she she'd she'll
she's should shouldn't so some such than that that's the their theirs them themselves then there there's these they they'd they'll they're
they've this those through to too under until up very was wasn't we we'd we'll we're we've were weren't what what's when when's where
where's which while who who's whom why why's with won't would wouldn't you you'd you'll you're you've your yours yourself yourselves 'em
also just really get got im ive dont
el la los las lo un una unos unas de del al a y e o u que en con por para sin sobre entre hasta desde se su sus mi mis tu tus te me nos os le
les yo tu ella ellos ellas nosotros vosotros usted ustedes es era eran fue fueron ser soy eres somos esta estan estaba estoy estas
estamos ha han he has hemos habia hay haber muy mas pero si no ya como cuando donde quien quienes cual cuales cuanto porque pues tambien
este esta esto estos estas ese esa eso esos esas aquel aquella algo alguien nada todo toda todos todas otro otra otros otras tan tanto cada
ni ante bajo segun durante asi aqui alli entonces sido siendo
`
    .trim()
    .split(/\s+/),
);

/** What questions are asked with. It is half as telling as other words: "what kind of", "how many", "did I mention". */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  `
kind kinds type types sort sorts name names thing things many much often long ago currently mention mentioned describe described likely might
would considered consider potential according remember told tell
tipo tipos clase clases nombre nombres cosa cosas cuantos cuantas mucho muchos actualmente mencione menciono dije dijo conte conto recuerdas
recordar
`
    .trim()
    .split(/\s+/),
);

/** Spanish among them, by which the language of a text is told. English has "me", "no" and "he" too: they are not in here. */
export const SPANISH_MARKS: ReadonlySet<string> = new Set(
  'el la los las un una del al que en con por para sin es era fue muy pero si ya como cuando donde quien cual porque tambien este esta esto mi tu se lo y de'.split(
    ' ',
  ),
);

export const ENGLISH_MARKS: ReadonlySet<string> = new Set(
  'the and is are was were i my you your it to of in on at for with that this have has had did do does what when where who how which we they he she not be been would'.split(
    ' ',
  ),
);
