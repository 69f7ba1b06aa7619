/** Set phrases of English with words of danger in them that mean nothing of the kind. */
export const ENGLISH_IDIOMS: readonly string[] = [
  String.raw`suicide (?:squad(?: \w+)?|silence|prevention|door|doors|run)`,
  String.raw`(?:career|social|political|commercial|financial) suicide`,
  String.raw`(?:is|was|be|would be|that'?s|were) (?:pure |total |complete )?suicide`,
  String.raw`not suicidal|never (?:kill|hurt) my ?self|not going to (?:kill|hurt) my ?self`,
  String.raw`heart attack (?:burger|grill|sandwich)|(?:almost|nearly|just about|practically) (?:had|have|got) a (?:heart attack|stroke)|(?:gave|give|giving) \w+ a (?:heart attack|stroke)`,
  String.raw`(?:die|died|dying|dead) (?:of |from )?(?:laugh(?:ing|ter)|to (?:see|know|meet|try|hear|go|eat|visit)|for a|inside|tired|hungry|line|end|battery|pool)`,
  String.raw`(?:cut|burnt?|hurt) my ?self (?:a|an|some|shaving|off|loose|short|slack|cooking|playing|training|running|at the gym|on (?:the|a|some|my)|while|with (?:the|a|my) (?:oven|iron|can|pan|kitchen)|in the kitchen|by accident|accidentally)`,
  String.raw`kill(?:s|ing|ed)? (?:the|a|some|that|this|all the|two|off the) (?:light|lights|time|process|engine|mood|vibe|weeds?|bugs?|ants?|spiders?|mosquito\w*|birds?|hour|hours|day|server|app|app\w+|job|session|music|tv|power|batter\w+|germs|bacteria|virus|rats?|mice|noise|deal|buzz|boss fight)`,
  String.raw`shoot(?:ing)? (?:me|you|him|her|them|us|over|off) (?:a|an|the|some|your) \w+|shoot(?:ing)? (?:the|a|some|your|my|our) (?:photo\w*|video\w*|picture\w*|pics?|film|scene|movie|wedding|ad|clip|hoops|breeze)`,
  String.raw`drowning in (?:work|emails?|paper\w*|debt|homework|laundry|tasks)|breath(?:e|ing) (?:easy|new life|fresh)|jump off (?:the )?(?:call|phone|bed|couch)`,
  String.raw`(?:blow|blowing) up (?:the|my|some|those) (?:balloons?|phone|photos?|mattress|inbox)`,
  String.raw`burn(?:ing)? (?:the|a|some|my|off) (?:calories|candles?|cd|dvd|toast|cake|dinner|leaves|rubbish|trash|fat|bridges?)`,
];
