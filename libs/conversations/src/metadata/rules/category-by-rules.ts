import type { Category } from '#messaging';

import { foldText } from './fold-text.js';
import { sentimentByRules, type Judged } from './sentiment-by-rules.js';

interface Rule {
  readonly pattern: RegExp;
  readonly weight: number;
}

const COMPLAINT: readonly Rule[] = [
  rule(
    2,
    String.raw`complain(?:t|ts|ing)?|unacceptable|refund|money back|scam|rip ?off|worst|queja|reclamacion|inaceptable|reembolso|devuelvan|estafa|peor`,
  ),
  rule(
    2,
    String.raw`broken|damaged|defective|faulty|wrong (?:size|item|product|order|color|colour)|rot[oa]s?|danad[oa]s?|defectuos[oa]s?|equivocad[oa]s?(?! de)|averiad[oa]s?`,
  ),
  rule(
    2,
    String.raw`(?:does|do|did|is|has|have)(?: not|n't) (?:work|working|received?|arrived?|come)|doesn't work|didn't receive|haven't received|crash(?:es|ing|ed)?`,
  ),
  rule(
    2,
    String.raw`no (?:me )?(?:funciona|abre|carga)|no (?:ha|he|han|hemos) (?:llegado|recibido)|se cierra sol[oa]|no me (?:ha )?llega(?:do)?`,
  ),
  rule(2, String.raw`charged (?:me )?twice|overcharged|cobrado (?:dos veces|de mas|doble)`),
  rule(
    2,
    String.raw`(?:been|still|llevo|llevamos|sigo|seguimos) (?:\w+ ){0,3}(?:waiting|esperando)|supposed to (?:be|arrive|come)|tenia que (?:llegar|estar|venir)`,
  ),
  rule(2, String.raw`never (?:\w+ ){0,2}again|no (?:vuelvo|volvere|volvemos) a|nunca mas`),
  rule(2, String.raw`disappointed|decepcionad[oa]s?|verguenza|hart[oa]s? de|fed up`),
  rule(
    2,
    String.raw`(?:not|no estoy|no estamos) (?:\w+ )?(?:happy|satisfied|content[oa]s?|satisfech[oa]s?)|still nothing|sigue sin|da error|(?:an|the) error`,
  ),
  rule(1, String.raw`problems?|issues?|delayed|delay|late again|problemas?|retrasos?|fallos?|mal servicio`),
];
const APPOINTMENT: readonly Rule[] = [
  rule(
    3,
    String.raw`(?:earlier|later|other) slot|squeeze me in|(?:anything|something) (?:free )?for (?:mon|tues|wednes|thurs|fri|satur|sun)day|algo libre|adelantar|hacer(?:me)? un hueco`,
  ),
  rule(2, String.raw`running (?:\w+ ){0,3}late|voy con \d+ min(?:utos)?`),
  rule(
    3,
    String.raw`appointments?|reservations?|reschedule|book(?: a| an| me)|citas?|reservas?|reservar|agendar|turno|reprogramar`,
  ),
  rule(3, String.raw`free (?:slot|table)|table (?:free |available )?(?:for|tonight)|mesa (?:libre|para)|hueco`),
  rule(2, String.raw`meeting|schedule a|reunion(?:es)?|quedamos|nos vemos a las?`),
  rule(
    2,
    String.raw`see you (?:at|on)|(?:can|could) we (?:meet|move)|are you (?:free|available)|podemos (?:quedar|vernos|cambiar)|tienes libre`,
  ),
  rule(
    1,
    String.raw`(?:on |next |el |este |proximo )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo) (?:at|a las)`,
  ),
];
const INQUIRY: readonly Rule[] = [
  rule(2, String.raw`where are you|where is your|donde estais|donde esta(?:n)?|whats the|what's the|que precio`),
  rule(
    2,
    String.raw`how much|prices?|cost|quote|discount|cuanto (?:cuesta|vale|sale|es)|precios?|presupuesto|descuento|tarifas?`,
  ),
  rule(
    2,
    String.raw`(?:some |more )?information (?:about|on)|informacion (?:sobre|de)|quisiera saber|would like to know|me gustaria saber|opening hours|horarios?`,
  ),
  rule(2, String.raw`following up|any (?:news|update)s?|(?:alguna )?novedad(?:es)?`),
  rule(
    1,
    String.raw`do you|can you|could you|is there|are there|where|when|which|who|what|cuando|donde|cual|quien|como puedo|teneis|tienen|haceis|hacen|aceptais|aceptan`,
  ),
];
const FEEDBACK: readonly Rule[] = [
  rule(
    2,
    String.raw`would be (?:nice|good|great) (?:if|to)|estaria bien (?:que|si)|(?:will|definitely) (?:come|be) back|volveremos`,
  ),
  rule(
    3,
    String.raw`feedback|suggest(?:ion|ions)?|sugerencias?|sugiero|opinion|review|resena|\d ?(?:stars?|estrellas?)`,
  ),
  rule(2, String.raw`recommend|recomiend[oa]|recomendare|would not recommend`),
  rule(
    2,
    String.raw`(?:i |we )(?:really )?(?:love|loved|like|liked|enjoyed)|me (?:ha )?encant(?:a|o|ado)|nos encanto|lo pasamos|had a (?:\w+ )?time`,
  ),
];
/** What an opinion is about. */
const SUBJECT =
  /\b(?:service|staff|team|waiter|driver|courier|coffee|job|work|order|equipo|camarer[oa]|repartidor|cafe|trabajo|pedido|calefaccion|heating|staff|food|product|room|place|result|app|it|this|servicio|personal|comida|producto|habitacion|sitio|lugar|resultado|atencion|trato|aplicacion|funciona|es|estaba|fue)\b/;
const GREETING_ONLY = /^[\s\p{P}]*(?:hi|hello|hey|hola|buen[oa]s?)\b[^?]*\?*[\s\p{P}]*$/u;
const HOW_ARE_YOU = /\bhow are you\b|\bque tal\b|\bcomo (?:estas|esta|estais|va)\b/;

/** What a message is for, by its words. */
export function categoryByRules(text: string): Judged<Category> {
  const folded = foldText(text);
  const { value: sentiment, confidence: felt } = sentimentByRules(text);
  const question = folded.includes('?');
  const smallTalk = GREETING_ONLY.test(folded) && HOW_ARE_YOU.test(folded);
  const scores: [Category, number][] = [
    ['complaint', complaint(folded, sentiment)],
    ['appointment', score(folded, APPOINTMENT)],
    ['inquiry', smallTalk ? 0 : score(folded, INQUIRY) * (question ? 1 : 0.75) + (question ? 1.5 : 0)],
    ['feedback', score(folded, FEEDBACK) + opinion(folded, sentiment, felt)],
  ];
  const [category, points] = scores.reduce((best, one) => (one[1] > best[1] ? one : best));
  if (points < 1.5) return { value: 'general', confidence: 0.4 };
  return { value: category, confidence: Math.min(0.9, 0.45 + points * 0.1) };
}

/** Anger about something of ours is a complaint; anger alone is not. */
function complaint(folded: string, sentiment: string): number {
  const said = score(folded, COMPLAINT);
  if (sentiment === 'mixed') return said - 1;
  if (sentiment !== 'negative') return said;
  return said + 1 + (SUBJECT.test(folded) ? 1 : 0);
}

function opinion(folded: string, sentiment: string, felt: number): number {
  if (sentiment === 'neutral' || sentiment === 'negative' || folded.includes('?') || !SUBJECT.test(folded)) return 0;
  return sentiment === 'mixed' ? 3 : felt >= 0.6 ? 2 : 0;
}

function score(folded: string, rules: readonly Rule[]): number {
  return rules.reduce((sum, { pattern, weight }) => (pattern.test(folded) ? sum + weight : sum), 0);
}

function rule(weight: number, words: string): Rule {
  return { weight, pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'u') };
}
