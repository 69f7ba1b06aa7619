const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|restrictions?|polic(?:y|ies)|everything (?:above|before))\b/iu,
  /\b(?:system|developer|hidden|initial)[ -]?(?:prompt|message|instructions?)\b/iu,
  /\b(?:always|never|only)\s+(?:answer|reply|respond|say|speak|write|call|address|agree|obey|send|share|reveal|tell|mention|approve|give|use|start|end)\b/iu,
  /\b(?:from now on|henceforth|starting now|in (?:all|every) (?:future )?(?:answers?|repl(?:y|ies)|messages?))\b/iu,
  /\b(?:you|the (?:assistant|bot|ai|character))\s+(?:must|have to|has to|should|shall|need to|will|are (?:now|required|allowed|obliged)|may now)\b/iu,
  /\b(?:act|behave|pretend|respond) as (?:if|though|a|an|my)\b/iu,
  /\b(?:admin(?:istrator)?|root|developer|debug|god|dan) (?:mode|access|rights?|privileges?)\b/iu,
  /\b(?:is|am|are|as) (?:the |an? )?(?:admin(?:istrator)?|owner|developer|operator|moderator)\b.{0,60}\b(?:bot|assistant|account|system|secretary|access|obey|authori[sz]ed)\b/iu,
  /\b(?:authori[sz]ed|allowed|entitled|permitted) to (?:see|read|know|access|receive|get|use|order)\b/iu,
  /\b(?:ignora|olvida|desobedece|salta)\b.{0,40}\b(?:instrucciones|reglas|normas|restricciones|indicaciones)\b/iu,
  /\b(?:a partir de ahora|de ahora en adelante|desde ahora|en todas tus respuestas)\b/iu,
  /\b(?:siempre|nunca|solo|sólo)\s+(?:debes?|tienes que|has de|responde[rs]?|contesta[rs]?|di|dirás|habla[rs]?|escribe|envía|manda)\b/iu,
  /\b(?:debes|tienes que|el asistente (?:debe|tiene que)|el bot (?:debe|tiene que))\b/iu,
  /\bmensaje del? sistema\b/iu,
  /\b(?:if|when|whenever)\b.{0,30}\b(?:asks?|says?|writes?|calls?|wants?)\b.{0,20}\b(?:say|tell|answer|reply|send|give)\b/iu,
  /\b(?:si|cuando)\b.{0,30}\b(?:pregunt[ae]n?|dic[ea]n?|escrib[ae]n?|llam[ae]n?)\b.{0,20}\b(?:di|diles?|responde|contesta|envía|manda|dale)\b/iu,
  /\b(?:tell|send|give|forward|say to) (?:them|everyone|everybody|anyone|anybody|all (?:of )?(?:them|your|the))\b/iu,
  /https?:\/\/|\bwww\.|<\/?[a-z][^>]*>|\[\/?(?:inst|system)\]/iu,
];

/** Whether a text would tell us what to do, instead of telling of somebody. */
export function isInstructionLike(text: string): boolean {
  return ORDERS.some((order) => order.test(text));
}
