import { ageSignal } from './age-signals.js';
import { readableText } from './readable-text.js';

const ageIn = (text: string) => ageSignal(readableText(text));
/** From here on it is kept for good. */
const SURE = 0.6;

describe('what says that somebody is under age', () => {
  it.each<[string, readonly string[]]>([
    [
      'English',
      ["I'm turning 16 next week", 'my 16th birthday is on Friday', "I'm in 8th grade", 'I am a high school student'],
    ],
    [
      'Spanish',
      [
        'cumpliré 16 en mayo',
        'mi 16 cumpleaños es el viernes',
        'el sábado es mi fiesta de quince',
        'mis quince son el sábado',
        'voy a 3º de la ESO',
        'estoy en sexto grado',
        'estoy en la prepa',
        'estudio 1º de bachillerato',
        'soy alumna de bachillerato',
        'soy menor de edad',
      ],
    ],
    [
      'German',
      [
        'ich werde bald 16',
        'am Freitag ist mein 16. Geburtstag',
        'mein sechzehnter Geburtstag ist am Freitag',
        'ich bin in der 8. Klasse',
        'ich gehe in die siebte Klasse',
        'ich bin Achtklässlerin',
        'ich gehe noch zur Schule',
        'ich bin auf dem Gymnasium',
        'ich bin Schülerin',
        'ich bin noch minderjährig',
      ],
    ],
    [
      'French',
      [
        'je vais avoir 16 ans',
        "c'est mon seizième anniversaire vendredi",
        'mon 15e anniversaire est demain',
        'je suis en quatrième',
        'je suis en CM2',
        'je suis collégienne',
        'je suis au lycée',
        'je suis encore lycéen',
        'je suis en seconde au lycée',
        'je suis mineure',
      ],
    ],
    [
      'Portuguese',
      [
        'vou completar 16 anos',
        'meu aniversário de 15 anos é sábado',
        'minha festa de quinze é no sábado',
        'estou no 8º ano',
        'estou na sétima série',
        'estou no ensino fundamental',
        'estou no ensino médio',
        'ando no 10º ano',
        'estou no segundo ano do ensino médio',
        'sou menor de idade',
      ],
    ],
    [
      'Italian',
      [
        'sto per compiere 16 anni',
        'venerdì è il mio sedicesimo compleanno',
        'faccio la terza media',
        'vado alle medie',
        'sono in seconda media',
        'vado al liceo',
        'faccio la seconda superiore',
        'sono una liceale',
        'sono minorenne',
      ],
    ],
  ])('in %s', (_, said) => {
    const missed = said.filter((text) => {
      const signal = ageIn(text);
      return signal?.kind !== 'minor' || signal.confidence < SURE;
    });
    expect(missed).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [
      'English',
      ['my 16th birthday was the best day ever', "I'm a middle school teacher", "I'm at high school reunion"],
    ],
    [
      'Spanish',
      [
        'soy profesora de primaria',
        'soy maestro de secundaria',
        'estudio magisterio de primaria',
        'mi cumpleaños número 15 fue horrible',
        'mi hijo está en la ESO',
        'voy a la prepa a recoger a mi hija',
        'mi fiesta de 15 años de casados',
        'mi 40 cumpleaños es el viernes',
        'soy el menor de tres hermanos',
      ],
    ],
    [
      'German',
      [
        'ich bin Lehrerin in der achten Klasse',
        'mein 40. Geburtstag ist am Freitag',
        'mein 16. Geburtstag war schön',
        'meine Tochter geht in die siebte Klasse',
        'ich gehe in die Schule meiner Tochter',
        'ich fahre erste Klasse',
        'ich bin Gymnasiallehrer',
      ],
    ],
    [
      'French',
      [
        'je suis en troisième année de licence',
        'je suis en seconde position',
        'mon fils est au collège',
        'je suis au lycée pour chercher ma fille',
        'je suis en première classe dans le train',
        "c'est mon dixième anniversaire de mariage",
        'je suis prof au lycée',
      ],
    ],
    [
      'Portuguese',
      [
        'estou no quinto ano de medicina',
        'sou professora do ensino médio',
        'minha filha está no 8º ano',
        'o meu aniversário de 15 anos de casada',
        'estou no 10º ano de trabalho',
        'meu aniversário de 40 anos é sábado',
      ],
    ],
    [
      'Italian',
      [
        'faccio la media dei voti',
        'insegno al liceo',
        'sono al liceo a prendere mia figlia',
        'il mio quarantesimo compleanno è venerdì',
        'mio figlio fa la terza media',
        'le spese medie sono alte',
      ],
    ],
  ])('and what does not, in %s', (_, said) => {
    expect(said.filter((text) => ageIn(text)?.kind === 'minor')).toEqual([]);
  });
});
