import { stemOf } from './text-words.js';

/**
 * What people talk about, in English and Spanish, without accents: the words that name a topic, then words that belong to it. A question
 * names the topic ("which pets"), the answer tells what belongs to it ("our old dog"), and they share no word.
 *
 * It is general knowledge, made by hand, and grows by adding words here; turns that were indexed before keep what they have.
 */
const TOPICS: Readonly<Record<string, readonly [names: string, members: string]>> = {
  family: [
    'family relative relatives familia pariente parientes',
    'mother father mom mum dad parent parents brother sister sibling siblings son daughter grandmother grandfather grandma grandpa grandparents aunt uncle cousin nephew niece husband wife madre padre mama papa hermano hermana hijo hija abuela abuelo tia tio primo prima sobrino sobrina esposo esposa marido mujer motherinlaw stepfather stepmother grandson granddaughter grandchildren inlaws suegra suegro cunada cunado nieto nieta',
  ],
  child: [
    'child children kid kids nino ninos nina ninas',
    'son daughter baby toddler toddlers sons daughters hijo hija hijos hijas bebe boy girl boys girls youngest eldest oldest little',
  ],
  sibling: ['sibling siblings hermanos', 'brother sister brothers sisters hermano hermana twin'],
  parent: ['parent parents padres', 'mother father mom mum mommy dad daddy madre padre mama papa'],
  partner: [
    'partner relationship romantic love dating marital spouse pareja relacion',
    'husband wife boyfriend girlfriend fiance fiancee married single divorced engaged wedding breakup date dating engagement marriage esposo esposa novio novia marido casado casada soltero soltera divorciado boda',
  ],
  friend: [
    'friend friends friendship amigo amigos amiga amistad',
    'buddy pal mate mates bestie roommate teammate teammates colleague neighbor neighbour companero',
  ],
  pet: [
    'pet pets animal animals mascota mascotas animales',
    'dog dogs puppy pup cat cats kitten kitty hamster rabbit bunny parrot bird turtle tortoise fish goldfish horse lizard snake gecko ferret guinea perro perra gato gata conejo loro tortuga pez caballo pajaro kittens puppies doggo terrier labrador retriever poodle bulldog shepherd beagle husky budgie canary hedgehog chinchilla aquarium leash cachorro gatito loros canario hamsters',
  ],
  job: [
    'job work career profession occupation employment living trabajo empleo carrera profesion',
    'bakery factory warehouse teacher nurse doctor engineer lawyer programmer developer designer manager waiter chef cook accountant journalist writer artist musician actor salesman cashier driver pilot mechanic electrician plumber architect scientist researcher therapist counselor coach banker police firefighter soldier intern internship hired fired promoted promotion interview boss office company profesor maestra enfermera medico ingeniero abogada abogado camarero cocinero periodista jefe oficina empresa entrevista lawyers clerk barber hairdresser tailor carpenter baker butcher farmer gardener janitor librarian receptionist secretary assistant consultant analyst editor translator photographer pharmacist dentist vet veterinarian surgeon psychologist coworker colleague shift resume salary freelance retired dependiente carpintero fontanero electricista panadero dentista veterinario psicologo traductor fotografo jefa companero turno sueldo jubilado',
  ],
  business: [
    'business venture company startup negocio empresa',
    'shop store studio clients customers investors brand entrepreneur launch tienda clientes',
  ],
  study: [
    'study education degree school studies subject academic field estudios educacion',
    'university college class course major exam graduate graduated graduation diploma degree bachelor master phd scholarship student semester homework thesis professor tutor lesson universidad colegio clase curso examen beca estudiante lecture seminar classmate classmates test essay textbook campus freshman sophomore senior kindergarten elementary highschool math mathematics physics chemistry biology history philosophy economics psychology engineering law medicine computer literatura matematicas fisica quimica biologia historia filosofia economia derecho medicina profesor instituto',
  ],
  country: [
    'country countries nation nations abroad pais paises extranjero',
    'spain france italy germany england uk britain scotland ireland portugal greece turkey russia poland sweden norway denmark finland netherlands belgium switzerland austria canada mexico brazil argentina chile peru colombia cuba japan china korea india thailand vietnam indonesia bali philippines australia zealand egypt morocco kenya africa israel america usa states espana francia italia alemania inglaterra grecia turquia suecia japon brasil marruecos singapore malaysia nepal iran iraq jordan lebanon syria ukraine romania hungary croatia serbia bulgaria iceland luxembourg ecuador bolivia uruguay paraguay venezuela panama guatemala honduras nicaragua jamaica haiti ethiopia nigeria ghana tanzania uganda algeria tunisia tunez escocia irlanda rusia polonia noruega dinamarca finlandia holanda belgica suiza corea tailandia egipto kenia croacia islandia',
  ],
  city: [
    'city cities town capital ciudad ciudades pueblo',
    'london paris rome madrid barcelona berlin amsterdam lisbon dublin vienna prague athens istanbul moscow stockholm tokyo beijing shanghai seoul bangkok singapore sydney melbourne toronto vancouver montreal york boston chicago seattle portland miami orlando tampa dallas houston austin denver phoenix vegas angeles francisco diego philadelphia washington atlanta nashville orleans detroit minneapolis havana lima bogota roma londres sevilla valencia bilbao malaga lisboa',
  ],
  state: [
    'state states estado',
    'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming',
  ],
  travel: [
    'travel trip visit vacation holiday journey tour travels visited travelled vacationed viaje viajar vacaciones visita',
    'trip flight flew plane airport hotel roadtrip abroad passport beach cruise sightseeing tour backpacking destination explore camping getaway museum landmark itinerary suitcase vuelo avion aeropuerto playa crucero maleta',
  ],
  place: [
    'place location where places spot area lugar sitio zona',
    'city town country park beach mountain mountains lake river forest island museum restaurant cafe street neighborhood village downtown parque playa montana lago rio bosque isla calle barrio stadium arena theater cinema gym pool zoo aquarium church temple castle palace bridge tower mall market square hotel hostel farm desert canyon valley coast bay harbor volcano cathedral estadio piscina castillo torre mercado plaza granja desierto valle costa puerto catedral',
  ],
  home: [
    'home house live residence apartment casa vivienda vivir',
    'apartment flat house rent mortgage room bedroom kitchen garden backyard moved neighborhood landlord roommate piso alquiler habitacion cocina jardin barrio mudanza',
  ],
  sport: [
    'sport sports deporte deportes',
    'basketball football soccer tennis baseball volleyball hockey golf rugby cricket swimming surfing surf skiing snowboarding skating skateboarding cycling running marathon boxing climbing rowing badminton gymnastics wrestling karate futbol baloncesto tenis natacion ciclismo boxeo escalada softball lacrosse archery fencing judo kayaking sailing triathlon skate bowling polo squash handball padel league team coach match goal score tenista partido equipo liga entrenador',
  ],
  exercise: [
    'exercise exercises workout fitness training ejercicio entrenamiento',
    'gym yoga pilates running jogging run weights lifting cardio hiking swimming cycling kickboxing boxing stretching crossfit aerobics sprint gimnasio correr pesas',
  ],
  martial: ['martial marciales', 'karate judo taekwondo kickboxing boxing jiu aikido kungfu capoeira wrestling'],
  outdoor: [
    'outdoor outdoors nature naturaleza',
    'hiking hike camping camp fishing climbing surfing kayaking mountaineering trail forest mountains beach lake river waterfall park garden picnic senderismo acampar pesca montana playa',
  ],
  hobby: [
    'hobby hobbies activity activities interest interests pastime leisure aficion aficiones pasatiempo actividad actividades',
    'painting pottery drawing reading writing hiking camping swimming running gardening cooking baking dancing singing fishing photography knitting sewing gaming games movies music guitar piano violin yoga chess travel surfing cycling crafts pintar leer escribir nadar correr cocinar bailar cantar pesca fotografia jugar quilting woodworking birdwatching stargazing astronomy origami calligraphy magic puzzles puzzle scrapbooking embroidery collecting blogging volunteering juggling theater acting improv skating karaoke poetry jardineria costura punto bricolaje ajedrez teatro poesia',
  ],
  art: [
    'art arts artwork artistic arte',
    'painting paint drawing sketch sculpture pottery ceramic canvas watercolor abstract portrait gallery exhibit museum mural stained pintura dibujo escultura ceramica cuadro galeria artist paintings sketches exhibition sculptures oil acrylic pastel charcoal graffiti printmaking artista exposicion',
  ],
  craft: ['craft crafts handmade artesania', 'pottery clay knitting sewing crochet woodworking ceramics embroidery'],
  music: [
    'music musical musica',
    'song songs band concert guitar piano violin drums clarinet singer album playlist sing singing jazz rock classical pop festival cancion banda concierto guitarra cantante music musician drummer rap hiphop punk metal reggae folk country blues opera orchestra choir lyrics tune melody gig tour vinyl musico coro letra',
  ],
  instrument: [
    'instrument instruments instrumento',
    'guitar piano violin drums clarinet flute saxophone trumpet cello ukulele keyboard harp guitarra bateria flauta keyboards bass trombone harmonica banjo mandolin oboe viola accordion drum bajo saxofon armonica acordeon trompeta',
  ],
  book: [
    'book books novel reading literature libro libros novela',
    'novel author series chapter trilogy fantasy bestseller story library bookshelf autor biblioteca saga',
  ],
  movie: [
    'movie movies film films cine pelicula peliculas',
    'cinema watch watched actor actress director trilogy documentary comedy drama thriller theater scene screenplay script ver vi',
  ],
  tv: ['show shows tv series television serie', 'episode season netflix watch watching sitcom temporada episodio'],
  game: [
    'game games gaming videogame console juego juegos videojuego',
    'xbox playstation nintendo switch gamecube pc steam tournament chess valorant controller play player rpg torneo consola',
  ],
  food: [
    'food foods dish dishes meal meals cuisine snack eat comida plato comidas',
    'pizza pasta salad soup chicken steak fish sushi rice bread sandwich burger cheese tacos curry noodles vegetables fruit breakfast lunch dinner restaurant arroz pan pollo pescado ensalada sopa tortilla paella desayuno almuerzo cena pancakes waffles eggs bacon omelette ramen dumplings barbecue bbq grill seafood shrimp lobster salmon tuna turkey ham sausage beans lentils potatoes fries spaghetti lasagna risotto kebab falafel hummus toast cereal avocado tomato apple banana strawberry blueberry mango pineapple watermelon huevos jamon queso patatas lentejas garbanzos gambas atun pavo fruta verdura manzana platano fresas',
  ],
  dessert: [
    'dessert desserts sweet sweets treat treats postre postres dulce',
    'cake pie cookie cookies ice cream icecream chocolate cupcake cupcakes brownie pudding tart cheesecake muffin donut candy pastel tarta galleta helado',
  ],
  recipe: [
    'recipe recipes cook bake receta',
    'ingredient ingredients flour sugar butter milk baked oven cooked cooking baking mix made tried',
  ],
  drink: [
    'drink drinks beverage bebida',
    'coffee tea beer wine juice water soda milk cocktail smoothie whiskey vodka cafe te cerveza vino zumo jugo agua espresso latte cappuccino tequila rum gin champagne lemonade matcha cortado sangria chocolate',
  ],
  diet: [
    'diet dietary vegetarian vegan dieta',
    'vegetarian vegan gluten lactose dairy keto allergy protein vegetariano vegano',
  ],
  health: [
    'health medical healthy condition illness disease salud enfermedad',
    'doctor hospital sick surgery injury injured pain diagnosed allergy allergic asthma diabetes cancer medicine medication therapy headache flu fever hurt sprained broken enfermo medico operacion lesion dolor alergia pastillas ill fracture migraine cold cough infection virus covid vaccine blood heart stroke operation clinic appointment checkup symptom recovery rehab physiotherapy weight obesity gastritis ulcer anemia insomnia sleep gripe fiebre tos vacuna sangre corazon cita revision sintoma recuperacion insomnio peso',
  ],
  allergy: ['allergy allergic allergies alergia alergico', 'sneeze nuts peanuts dairy gluten pollen fur lactose'],
  injury: ['injury injured injuries lesion', 'hurt sprain sprained broke broken ankle knee wrist surgery'],
  mental: [
    'mental stress stressed destress relax cope anxiety estres relajarse',
    'therapy therapist meditation anxiety depression calm relaxing unwind peaceful overwhelmed burnout running yoga music terapia ansiedad calma',
  ],
  feeling: [
    'feel feeling feelings emotion emotions mood react reaction sentir sentimiento emocion',
    'happy sad angry excited nervous proud anxious worried thrilled scared frustrated disappointed grateful relieved upset lonely feliz triste enfadado nervioso orgulloso preocupado',
  ],
  personality: [
    'personality trait traits attribute attributes character describe personalidad caracter',
    'kind caring thoughtful honest brave selfless driven determined passionate generous patient creative funny loyal authentic shy amable generoso',
  ],
  religion: [
    'religion religious faith spiritual belief fe creencia',
    'church god pray prayer christian catholic muslim jewish buddhist bible temple mosque iglesia dios rezar',
  ],
  politics: [
    'politics political policy leaning politica',
    'election vote campaign government liberal conservative democrat republican mayor office protest activist rights senator votar gobierno elecciones',
  ],
  charity: [
    'charity volunteer volunteering cause causes donate community voluntariado caridad donar',
    'shelter homeless donation fundraiser fundraising nonprofit foodbank drive help donated toy veterans orphanage refugio donacion',
  ],
  event: [
    'event events celebration party evento eventos fiesta celebracion',
    'party wedding festival concert parade conference fair show competition tournament race ceremony gala fundraiser meetup reunion birthday graduation picnic march boda concierto desfile feria premiere opening launch workshop seminar convention carnival exhibition game match performance recital audition barbecue retreat anniversary funeral baptism inauguracion taller actuacion aniversario bautizo',
  ],
  competition: [
    'competition contest tournament race championship award prize competicion concurso torneo premio',
    'won win winner lost trophy medal finals place champion score ganar trofeo medalla',
  ],
  holiday: [
    'holiday holidays festive fiesta fiestas',
    'christmas thanksgiving easter halloween hanukkah navidad pascua newyear valentine ramadan diwali passover reyes nochebuena nochevieja',
  ],
  birthday: ['birthday born birth cumpleanos nacimiento edad', 'birthday turned cake candles party years'],
  money: [
    'money financial finance income wealth rich afford cost price dinero economico',
    'salary loan debt mortgage savings bank pay paid budget rent expensive invest sueldo deuda banco ahorro pagar caro cash dollars euros tax taxes bill bills fee donation crypto stocks pension wage dinero impuestos factura gastos',
  ],
  buy: [
    'buy purchase bought item items shopping comprar compra',
    'shop store bought purchased new ordered sale mall tienda',
  ],
  gift: [
    'gift gifts present give gave regalo regalos',
    'gave surprise surprised received necklace got wrapped regalo regale',
  ],
  clothes: [
    'clothes clothing wear outfit fashion ropa vestir',
    'dress shirt shoes jacket hoodie jeans hat skirt sweater boots sneakers suit necklace vestido camisa zapatos chaqueta scarf gloves socks pants trousers shorts blouse coat uniform costume tie belt earrings bracelet ring watch bag purse glasses sunglasses tshirt bufanda guantes calcetines pantalon abrigo corbata pendientes pulsera anillo reloj bolso gafas',
  ],
  vehicle: [
    'car vehicle transport drive coche vehiculo',
    'car bike motorcycle truck bus train van toyota honda bmw tesla coche moto tren autobus ferrari ford mustang mercedes audi volkswagen chevrolet nissan jeep scooter suv engine mechanic motor repair garage driving tires ferry boat ship tram subway plane helicopter furgoneta taller barco metro avion',
  ],
  color: [
    'color colour colors',
    'red blue green yellow purple orange pink black white rojo azul verde amarillo morado rosa negro blanco grey gray gold silver turquoise beige violet maroon navy teal gris dorado plateado turquesa violeta',
  ],
  weather: [
    'weather season clima tiempo',
    'rain snow sun sunny storm cold hot lluvia nieve sol windy fog foggy thunder lightning hurricane flood heat heatwave freezing breeze tormenta viento niebla ola nevada',
  ],
  nationality: [
    'origin roots heritage ancestry nationality hometown from origen nacionalidad',
    'home country born raised grew moved immigrant',
  ],
  identity: [
    'identity gender orientation identidad genero',
    'transgender trans gay lesbian bisexual queer lgbtq nonbinary woman man',
  ],
  language: [
    'language languages idioma idiomas',
    'spanish english french german italian chinese japanese portuguese arabic espanol ingles frances aleman',
  ],
  plan: [
    'plan plans future goal goals intend dream dreams planes futuro meta sueno',
    'going want hope looking soon next someday planning aim will apply quiero espero pronto',
  ],
  advice: [
    'advice suggest suggestion recommend recommendation tip tips consejo recomendar',
    'should try recommend suggested check deberias prueba',
  ],
  memory: [
    'memory childhood younger remember recuerdo infancia ninez',
    'remember kid little child grew young used growing reminds memories years ago recuerdo pequeno',
  ],
  collection: [
    'collect collection collectible collects coleccion coleccionar',
    'collection shelf stamps coins cards vinyl posters memorabilia',
  ],
  symbol: [
    'symbol symbolize symbols meaning represent simbolo',
    'tattoo flag necklace ring stands represents reminder',
  ],
  technology: [
    'technology device gadget tech tecnologia dispositivo',
    'phone laptop computer tablet app software camera website internet movil ordenador camara drone robot printer headphones speaker console server code coding programming python javascript ai machine gadgets smartwatch ipad iphone android mac windows linux codigo programacion auriculares',
  ],
};

/** Made when it is asked for first: a process that never searches does not stem thousands of words at its start. */
let named: TopicsByStem | undefined;
let about: TopicsByStem | undefined;

/** Topics that a word, as a stem, names. */
export function topicsNamedBy(stem: string): readonly string[] {
  named ??= byStem((names) => names[0]);
  return named.get(stem) ?? [];
}

/** Topics that a word, as a stem, names or belongs to. */
export function topicsOf(stem: string): readonly string[] {
  about ??= byStem((names) => `${names[0]} ${names[1]}`);
  return about.get(stem) ?? [];
}

type TopicsByStem = ReadonlyMap<string, readonly string[]>;

function byStem(wordsOf: (topic: readonly [string, string]) => string): TopicsByStem {
  const topics = new Map<string, Set<string>>();
  for (const [topic, lists] of Object.entries(TOPICS)) {
    for (const word of wordsOf(lists).split(' ')) {
      const stem = stemOf(word);
      topics.set(stem, (topics.get(stem) ?? new Set()).add(topic));
    }
  }
  return new Map([...topics].map(([stem, names]) => [stem, [...names]]));
}
