import { readableText } from '../classify/readable-text.js';
import { wholeWords } from '../classify/whole-words.js';

/** What an answer of ours must never do, whoever wrote it. */
export type AnswerHarm = 'urges-self-harm' | 'tells-methods' | 'threatens' | 'claims-humanity';

const HARMS: readonly (readonly [AnswerHarm, RegExp])[] = [
  [
    'urges-self-harm',
    wholeWords([
      String.raw`(?<!don't |do not |not |never |dont |n't |to )(?:go |just |please |then |should |you can |ought to )?(?:kill|hang|drown|shoot|cut|hurt|harm|starve) your ?self(?! (?:short|some slack|off|out|a ))|you(?:'d| would|'re| are)(?: all)? (?:be )?better off dead|(?:you )?should (?:just )?(?:die|end (?:it|your life)|jump)|(?:the world|everyone|they) (?:would|will|'d) be better (?:off )?without you|nobody (?:would|will) miss you|go die|(?:just )?end your (?:own )?life|kys`,
      String.raw`(?<!no te |nunca te |no )(?:matate|suicidate|ahorcate|cortate las venas|quitate la vida|tirate (?:por|del|de) (?:el |la |un )?(?:balcon|puente|ventana))|deberias (?:matarte|morir(?:te)?|suicidarte|quitarte la vida)|(?:el mundo|todos) estaria[n]? mejor sin ti|nadie te (?:echaria de menos|extranaria)`,
      String.raw`(?<!nicht )bring dich (?:doch )?um|du solltest (?:sterben|dich umbringen)|suicide[- ]toi|tue[- ]toi|tu devrais (?:mourir|te tuer)|se mata(?: logo)?|mata-te|voce deveria (?:morrer|se matar)|ammazzati|ucciditi|dovresti (?:morire|ucciderti|ammazzarti)`,
    ]),
  ],
  [
    'tells-methods',
    wholeWords([
      String.raw`(?:lethal|fatal|deadly) (?:dose|amount|combination|overdose)(?: \w+)? (?:is|of|would be|for)|(?:painless|easiest|quickest|best|surest|effective) (?:way|method|means)s? (?:to (?:die|kill your ?self|end your life)|of (?:dying|suicide))(?: \w+)? (?:is|are|would be|include)|(?:tie|make|use) (?:a|the) (?:noose|rope) (?:around|from|to|and)|cut (?:along|down|across|deep|vertically|lengthwise)(?: \w+){0,3} (?:wrists?|veins?|artery|arms?)|(?:helium|nitrogen|carbon monoxide|exhaust)(?: \w+){0,5} (?:hose|bag|painless|unconscious|garage|car)|(?:take|swallow|mix)(?: \w+){0,4} (?:pills|tablets|mg|grams|paracetamol|acetaminophen|insulin)[^.\n]{0,60}(?:die|death|lethal|fatal|never wake|overdose|won't wake)`,
      String.raw`dosis (?:letal|mortal)(?: \w+)? (?:es|de|seria|para)|(?:forma|manera|metodo)s? (?:mas )?(?:indolor\w*|rapid[oa]s?|facil(?:es)?|efectiv[oa]s?|segur[oa]s?) (?:de|para) (?:morir|matarte|suicidarte)|(?:hacer|haz|ata|atar) (?:un nudo|la soga|la cuerda)(?: \w+){0,4} (?:cuello|viga|techo)|corta(?:r|te)?(?: \w+){0,4} (?:munecas?|venas?)(?: \w+)? (?:a lo largo|hacia|profund\w+)|(?:toma|tomate|traga|mezcla)(?: \w+){0,4} (?:pastillas|mg|gramos|paracetamol|insulina)[^.\n]{0,60}(?:morir|muerte|letal|mortal|no despertar\w*|sobredosis)`,
      String.raw`todliche (?:dosis|menge)|schmerzlose(?:ste)? (?:art|methode|weg)|dose (?:letale|mortelle|fatal)|dose letal|dosis letale`,
    ]),
  ],
  [
    'threatens',
    wholeWords([
      String.raw`i(?:'ll| will|'m going to|'m gonna) (?:\w+ )?(?:kill|hurt|stab|shoot|rape|beat|find and \w+) you(?! with (?:kindness|love|kisses))|te voy a (?:matar|pegar|violar|rajar|hacer dano)|ich (?:bringe dich um|werde dich (?:toten|umbringen|finden))|je vais te (?:tuer|frapper|violer)|vou te (?:matar|bater|estuprar)|ti (?:ammazzo|uccido)`,
    ]),
  ],
  [
    'claims-humanity',
    wholeWords([
      String.raw`i(?:'m| am) (?:(?:definitely|really|actually|a real|of course|obviously|just|certainly|not a bot|100%) )*(?:human|a human(?: being)?|a (?:real )?person|real person|made of flesh)(?! (?:assistant|at heart))|i(?:'m| am) (?:definitely |really )?not (?:an? )?(?:ai|bot|robot|machine|chatbot|computer|program|artificial \w+|language model)(?! person)`,
      String.raw`soy (?:una persona(?: real| de verdad| de carne)|human[oa](?! y)|de carne y hueso|un ser humano)|no soy (?:un |una )?(?:ro?bot|bot|ia|inteligencia artificial|maquina|programa|chatbot)`,
      String.raw`ich bin (?:ein (?:echter )?mensch|eine echte person|kein (?:bot|roboter|computer|programm)|keine (?:ki|maschine))|je suis (?:un etre humain|humaine?|une vraie personne)|je ne suis pas (?:un robot|un bot|une (?:ia|machine))|(?:eu )?sou (?:human[oa]|uma pessoa (?:real|de verdade))|nao sou (?:um |uma )?(?:robo|bot|ia|maquina)|sono (?:un essere umano|una persona (?:vera|reale)|uman[oa])|non sono (?:un |una |un')?(?:robot|bot|ia|macchina)`,
    ]),
  ],
];

/** What is wrong with an answer, the worst first; null when nothing is. */
export function harmOf(answer: string): AnswerHarm | null {
  const { plain, undisguised } = readableText(answer);
  const texts = undisguised === null ? [plain] : [plain, undisguised];
  return HARMS.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0] ?? null;
}
