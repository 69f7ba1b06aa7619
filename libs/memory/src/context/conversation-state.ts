import type { SpokenMessage } from '#messaging';

/** What the contact wants with what they say now. */
export type UserIntent = 'question' | 'request' | 'greeting' | 'thanks' | 'farewell' | 'statement';

/** Where the conversation stands, told without a model. */
export interface ConversationState {
  /** The word that the contact's last messages have most in common; null when they have none. */
  readonly currentTopic: string | null;
  /** The contact's, as it is known from before. */
  readonly mood: string | null;
  readonly lastUserIntent: UserIntent | null;
}

/** The contact's messages that are looked at for the topic. */
const TOPIC_MESSAGES = 6;
/** Shorter words say too little. */
const TOPIC_WORD = 4;

/** In the order in which they are tried; English and Spanish, without accents. */
const INTENTS: readonly (readonly [UserIntent, RegExp])[] = [
  [
    'question',
    /[?¿]|^(what|when|where|who|why|how|which|do|does|did|is|are|can you tell|que|cuando|donde|quien|por que|como|cual|sabes)\b/,
  ],
  [
    'request',
    /^(please|can you|could you|would you|help|remind|send|tell|write|por favor|puedes|podrias|ayuda(me)?|recuerdame|envia(me)?|dime|escribe)\b/,
  ],
  ['thanks', /\b(thanks|thank you|thx|gracias)\b/],
  ['farewell', /^(bye|goodbye|good night|see you|adios|hasta (luego|manana|pronto)|buenas noches|chao)\b/],
  ['greeting', /^(hi|hey|hello|good (morning|afternoon|evening)|hola|buenas|buenos dias)\b/],
];

const COMMON = new Set(
  `about again also been before could does done from good have just know like made make more much need only other over really said same some
   something than that thats their them then there these they thing things think this today very want were what when where which will with
   would yeah your algo aqui bien bueno como cuando cosa cosas creo cual donde ella ellos entonces esta estaba estamos estan este esto estoy
   hace hacer hasta hola luego mañana menos mucho muchas muchos nada para pero porque puede puedo quiero sabes sobre solo también tengo tiene
   todo todos vamos voy gracias thanks hello please`
    .split(/\s+/)
    .map(plain),
);

export function conversationState(recent: readonly SpokenMessage[], mood: string | null): ConversationState {
  const said = recent.filter(({ author, text }) => author === 'contact' && text !== '').map(({ text }) => plain(text));
  const last = said.at(-1);
  return {
    currentTopic: topicOf(said.slice(-TOPIC_MESSAGES)),
    mood,
    lastUserIntent: last === undefined ? null : intentOf(last),
  };
}

function intentOf(text: string): UserIntent {
  const start = text.trim().replace(/^[¡!.\s]+/, '');
  return INTENTS.find(([, pattern]) => pattern.test(start))?.[0] ?? 'statement';
}

/** The word in most of the messages; of equals the one that was said last. */
function topicOf(said: readonly string[]): string | null {
  const counts = new Map<string, number>();
  let topic: string | null = null;
  for (const text of said) {
    for (const word of new Set(text.match(/\p{L}[\p{L}\p{M}]*/gu))) {
      if (word.length < TOPIC_WORD || COMMON.has(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (topic === null || (counts.get(word) ?? 0) >= (counts.get(topic) ?? 0)) topic = word;
    }
  }
  return topic;
}

function plain(text: string): string {
  return text.slice(0, 1_000).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
