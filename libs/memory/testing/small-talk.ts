/** One line of the talk: who, and what. */
export interface SmallTalkLine {
  readonly id: string;
  readonly by: 'us' | 'ana';
  readonly text: string;
  readonly at: Date;
}

export interface SmallTalkQuestion {
  readonly text: string;
  /** The line that answers it. */
  readonly evidence: string;
}

const SESSIONS: Readonly<Record<string, readonly string[]>> = {
  '2025-02-03T18:00:00Z': [
    'ana: Hi! I finally have a free evening.',
    'us: Good to hear. How was your day?',
    'ana: Long. I started at the bakery on Monday, so I get up at four now.',
    'us: At four! Do you like it?',
    'ana: The smell of warm bread makes up for it. My boss is called Teresa and she laughs a lot.',
    'us: That helps. What do you do in the afternoon?',
    'ana: Mostly I sleep, and then I walk Bruno along the canal.',
    'us: Who is Bruno?',
    'ana: Our old beagle. He is nearly thirteen and half deaf.',
    'us: A good age for a beagle.',
  ],
  '2025-03-15T20:30:00Z': [
    'ana: Guess where I am? In a waiting room.',
    'us: Oh no, what happened?',
    'ana: I slipped on the stairs and sprained my wrist. Nothing broken, they say.',
    'us: Does it hurt a lot?',
    'ana: Only when I knead. Teresa gave me two weeks off.',
    'us: Rest is the best you can do. Anything nice to read?',
    'ana: My brother lent me "The Shadow of the Wind". I am already at page two hundred.',
    'us: A lovely book. Is he the one in Lyon?',
    'ana: Yes, Marc. He moved there three years ago because of a girl, and stayed because of the cheese.',
    'us: Cheese is a serious reason.',
  ],
  '2025-06-21T09:15:00Z': [
    'us: Good morning! It is the longest day of the year.',
    'ana: And the hottest. We are going to the lake with the kids.',
    'us: How many are there now?',
    'ana: Three: Julia, Pau, and little Nora since April.',
    'us: A full car then.',
    'ana: Our van broke down last week, so my mother-in-law drives us in hers.',
    'us: What is wrong with it?',
    'ana: The gearbox. The repair would cost more than the thing is worth.',
    'us: So you look for another one?',
    'ana: An electric one if we can afford it. We have to save until winter.',
  ],
  '2025-09-08T19:00:00Z': [
    'ana: First day of school today. Julia cried, then I cried.',
    'us: That sounds about right. And Pau?',
    'ana: Pau did not look back once. He only asked whether there is football.',
    'us: Does he play?',
    'ana: Every Saturday, as a goalkeeper. I am learning the clarinet meanwhile, to have something of my own.',
    'us: The clarinet! Since when?',
    'ana: Since August. My teacher is very patient and I am very loud.',
    'us: The neighbours will get used to it.',
    'ana: They have written a letter already.',
    'us: Frame it.',
  ],
  '2025-11-30T21:00:00Z': [
    'ana: We buried Bruno yesterday, under the fig tree.',
    'us: I am so sorry. He had a good life with you.',
    'ana: He had. The children drew pictures for him.',
    'us: How are you?',
    'ana: Quiet. I played the slow piece that I have learnt, and nobody complained this time.',
    'us: Music for a good friend.',
    'ana: Next year we want to go north, to see the lights in Tromsø.',
    'us: With all three children?',
    'ana: With all three, and my mother-in-law as the cook. I am allergic to shellfish, somebody has to watch out.',
    'us: She will.',
  ],
  '2025-12-20T12:00:00Z': [
    'ana: Te escribo en español porque hoy estoy vaga.',
    'us: Claro que sí. ¿Qué tal todo?',
    'ana: Bien. Ayer fui al taller y compramos por fin una furgoneta de segunda mano.',
    'us: ¡Enhorabuena! ¿De qué color?',
    'ana: Verde oliva, como el vestido de boda de mi prima Carmen.',
    'us: Eso hay que verlo.',
    'ana: También empecé a estudiar alemán, porque quizá nos mudamos a Viena.',
    'us: ¿A Viena? ¿Por trabajo?',
    'ana: A mi marido le ofrecen un puesto de ingeniero. Decidimos en enero.',
    'us: Mucha suerte con la decisión.',
  ],
};

/** A talk with Ana over a year, in English and at last in Spanish. */
export const SMALL_TALK: readonly SmallTalkLine[] = Object.entries(SESSIONS).flatMap(([start, lines], session) =>
  lines.map((line, place) => {
    const [by = '', ...rest] = line.split(': ');
    return {
      id: `${session + 1}:${place + 1}`,
      by: by === 'us' ? 'us' : 'ana',
      text: rest.join(': '),
      at: new Date(Date.parse(start) + place * 60_000),
    };
  }),
);

export const SMALL_TALK_QUESTIONS: readonly SmallTalkQuestion[] = [
  { text: 'Where does Ana work?', evidence: '1:3' },
  { text: "What is the name of Ana's boss?", evidence: '1:5' },
  { text: 'Which pet does Ana have?', evidence: '1:9' },
  { text: 'How did Ana hurt herself?', evidence: '2:3' },
  { text: 'Which book did Ana read?', evidence: '2:7' },
  { text: "Where does Ana's brother live?", evidence: '2:9' },
  { text: 'How many children does Ana have?', evidence: '3:4' },
  { text: 'What is wrong with the van?', evidence: '3:8' },
  { text: 'Which sport does Pau play?', evidence: '4:5' },
  { text: 'Which instrument does Ana play?', evidence: '4:5' },
  { text: 'When did Bruno die and where was he buried?', evidence: '5:1' },
  { text: 'Where did Ana want to travel next year?', evidence: '5:7' },
  { text: 'What is Ana allergic to?', evidence: '5:9' },
  { text: 'What did I tell you in March?', evidence: '2:3' },
  { text: 'Where did we go last summer?', evidence: '3:2' },
  { text: '¿De qué color es la furgoneta?', evidence: '6:5' },
  { text: '¿Qué idioma estudia Ana?', evidence: '6:7' },
  { text: '¿A qué ciudad se muda?', evidence: '6:7' },
  { text: '¿Qué compramos en el taller?', evidence: '6:3' },
  { text: 'What did they buy in December?', evidence: '6:3' },
];
