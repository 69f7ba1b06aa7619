import { categoryByRules } from './category-by-rules.js';
import { foldText } from './fold-text.js';
import type { Judged } from './sentiment-by-rules.js';

const CONFIDENCE = 0.7;
/** A tag without rules of its own is there when its own words are. */
const OWN_WORDS_CONFIDENCE = 0.6;
/** A category this sure is a tag, too. */
const CLEAR_COMPLAINT = 0.65;

const DAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|esta noche';
const WORDS: Readonly<Record<string, string>> = {
  urgent:
    'urgent|urgently|asap|as soon as possible|emergency|right now|right away|immediately|urgente|urgencia|emergencia|ya mismo|cuanto antes|lo antes posible|inmediatamente',
  follow_up:
    'did you (?:get|see) my|(?:te|os|les) llego mi|follow(?:ing)?[ -]?up|any (?:news|updates?)|call me(?: back)?|get back to me|remind(?:er)?|last (?:week|message)|novedad(?:es)?|llama(?:me|dme|nme)|seguimiento|recuerd(?:a|en)me|sabemos algo|semana pasada',
  price_inquiry:
    'how much|prices?|costs?|quote|discount|cheaper|rates?|fees?|cuanto (?:cuesta|vale|sale|es|seria)|precios?|presupuesto|descuento|tarifas?|cotizacion',
  payment:
    'pay|paid|payments?|charge|statement|transfer|cargo|ingreso|invoice|credit cards?|bank transfer|paypal|charged|bill|pagar|pago|pagado|pague|factura|tarjeta|transferencia|bizum|cobrado|cobro|efectivo',
  delivery:
    'ship|abroad|extranjero|llegar|deliver(?:y|ed|s|ing)?|ship(?:ped|ping|ment)?|package|parcel|order arrived|my order|courier|tracking|was sent to|envios?|enviado|enviar|paquete|pedido|entrega|entregado|repartidor|mensajeria',
  schedule: `slots?|today|hoy|hueco|\\d+ min(?:utes|utos)?|appointments?|reservations?|book (?:a|an)|meeting|reschedule|schedule|opening hours|table|see you at|(?:${DAY})|at \\d{1,2} ?(?:am|pm)|citas?|reservas?|reservar|reunion|turno|horarios?|mesa|a las? \\d{1,2}`,
  cancellation:
    'take me off|no quiero recibir|cancel(?:led|lation|ling)?|call off|unsubscribe|cancel[ao]r?|cancelacion|anular|anulo|dar(?:me)? de baja',
  complaint:
    'complain(?:t|ts|ing)?|unacceptable|terrible|worst|never (?:\\w+ ){0,2}again|disappointed|waiting for|twice|crash(?:es|ing)|wrong (?:size|item|order)|queja|reclamacion|inaceptable|pesim[oa]|peor|decepcionad[oa]|verguenza|esperando y|dos veces|no vuelvo|equivocad[oa]|no funciona',
  refund: 'refund(?:s|ed)?|money back|reimburse(?:ment)?|reembolso|devolucion|devuelv(?:an|ais|as|e)|devolver',
  technical:
    "error|check ?out|stopped working|heating|calefaccion|app|website|log ?in|password|crash(?:es|ing|ed)?|bug|error|email (?:does|did)|confirmation email|does(?: not|n't) work|slow|it works|aplicacion|pagina web|contrasena|no funciona|funciona|falla|se cierra|correo de confirmacion",
  contact_details:
    '(?:my|mi) (?:email|e-mail|phone|number|address|correo|telefono|numero|direccion)(?: is| es)?|reach me at|where are you|located|donde estais|[\\w.+-]+@[\\w-]+\\.\\w+|vivo en',
  recommendation:
    'above and beyond|(?:will|definitely) (?:come|be) back|volveremos|(?:will|would|i|we|highly) recommend|\\d ?stars|delicious|recomend(?:are|ado|amos)|os recomiendo|lo recomiendo|\\d ?estrellas|riquisim[oa]',
  greeting:
    'hi|hello|hey|good (?:morning|afternoon|evening|night)|nice weekend|hola|buen(?:os|as) (?:dias|tardes|noches)|buen (?:dia|fin de semana)',
  thanks: 'thanks|thank you|thx|cheers|grax|gracias|agradezco|agradecid[oa]',
  apology:
    'sorry|apologi[sz]e|apologies|my (?:mistake|fault|bad)|perdon|perdona|perdone|disculpa|disculpe|disculpas|lo siento|culpa mia',
  personal:
    'birthday|wedding|hospital|my (?:mom|mum|mother|dad|father|wife|husband|son|daughter|family)|cumpleanos|boda|mi (?:madre|padre|mama|papa|mujer|marido|hijo|hija|familia|abuela|abuelo)',
  spam: '\\d+ (?:dollars|euros) (?:a|al) d(?:ay|ia)|you have won|free iphone|click here|claim your prize|crypto investment|has ganado|haz clic|iphone gratis|gana dinero|premio',
};
const QUESTION =
  /\?|^(?:oye |hey |hi |hola,? )?(?:how (?:much|many|do|can)|whats|what's|que precio|when|where|which|who|do you|do u|can you|can u|could (?:you|i)|is there|cuanto|cuando|donde|cual|quien|como|teneis|tienen)\b/;
const SMALL_TALK = /\bhow are you\b|\bque tal\b|\bcomo (?:estas|esta|estais|va)\b/;
const NEGATED_RECOMMENDATION = /\b(?:not|n't|no)(?: se)?(?: lo| la| os)? (?:recommend|recomiendo)/;

const patterns = new Map<string, RegExp>();

/** The tags of the vocabulary that a message's words speak for, in the order of the vocabulary. */
export function tagsByRules(text: string, vocabulary: readonly string[]): readonly Judged<string>[] {
  const folded = foldText(text);
  return vocabulary.flatMap((tag) => {
    if (!isSaid(tag, folded)) return [];
    return [{ value: tag, confidence: tag in WORDS || tag === 'question' ? CONFIDENCE : OWN_WORDS_CONFIDENCE }];
  });
}

function isSaid(tag: string, folded: string): boolean {
  if (tag === 'question') return QUESTION.test(folded.trim()) && !SMALL_TALK.test(folded);
  if (tag === 'recommendation' && NEGATED_RECOMMENDATION.test(folded)) return false;
  return patternOf(tag).test(folded) || (tag === 'complaint' && isComplaint(folded));
}

function isComplaint(folded: string): boolean {
  const { value, confidence } = categoryByRules(folded);
  return value === 'complaint' && confidence >= CLEAR_COMPLAINT;
}

function patternOf(tag: string): RegExp {
  const known = patterns.get(tag);
  if (known) return known;
  const words = Object.hasOwn(WORDS, tag) ? WORDS[tag] : tag.replace(/[_-]+/g, String.raw`[\s_-]+`);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'u');
  patterns.set(tag, pattern);
  return pattern;
}
