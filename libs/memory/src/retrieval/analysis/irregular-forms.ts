/** Forms that no stemmer brings together, each followed by its base. */
const ENGLISH = `
went go gone go goes go bought buy brought bring thought think taught teach caught catch fought fight sought seek felt feel kept keep slept
sleep left leave met meet led lead fed feed said say paid pay made make told tell sold sell held hold stood stand understood understand
heard hear lost lose won win found find built build sent send spent spend lent lend bent bend came come became become ran run began begin
begun begin sang sing sung sing swam swim swum swim drank drink drunk drink rang ring took take taken take gave give given give saw see seen
see ate eat eaten eat wrote write written write rode ride ridden ride drove drive driven drive rose rise risen rise chose choose chosen
choose spoke speak spoken speak broke break broken break woke wake woken wake stole steal stolen steal wore wear worn wear tore tear torn tear
grew grow grown grow knew know known know threw throw thrown throw flew fly flown fly drew draw drawn draw blew blow blown blow shown show
fell fall fallen fall forgot forget forgotten forget hid hide hidden hide bit bite bitten bite shot shoot sat sit hung hang dug dig stuck
stick struck strike swung swing spun spin meant mean dealt deal dreamt dream learnt learn burnt burn laid lay lit light shook shake shaken
shake children child men man women woman people person feet foot teeth tooth mice mouse geese goose wives wife lives life knives knife leaves
leaf shelves shelf wolves wolf better good best good worse bad worst bad kids kid mom mother mum mother mommy mother dad father daddy father
grandma grandmother grandpa grandfather photo picture pic picture pics picture photos picture photograph picture photography picture bday
birthday movies movie film movie films movie tv television bike bicycle bikes bicycle`;

const SPANISH = `
fui ir fuiste ir fuimos ir voy ir vas ir va ir vamos ir iba ir iban ir hice hacer hizo hacer hicimos hacer hicieron hacer hago hacer
hecho hacer tuve tener tuvo tener tuvimos tener tengo tener tiene tener tienes tener tienen tener tenia tener estuve estar estuvo estar pude
poder pudo poder puedo poder puede poder quiero querer quiere querer quise querer quiso querer vine venir vino venir vengo venir viene venir
dije decir dijo decir digo decir dicho decir vi ver vio ver visto ver veo ver di dar dio dar doy dar puse poner puso poner pongo
poner puesto poner traje traer trajo traer traigo traer supe saber supo saber se saber sabe saber leido leer leyo leer lei leer muerto morir
murio morir escrito escribir roto romper abierto abrir vuelto volver volvi volver vuelvo volver juego jugar juega jugar jugue jugar empiezo
empezar empieza empezar empece empezar empezo empezar conoci conocer conozco conocer duermo dormir durmio dormir mama madre papa padre peli
pelicula pelis pelicula foto fotografia fotos fotografia cole colegio uni universidad bici bicicleta cumple cumpleanos moto motocicleta`;

/** Base forms by what is written, without accents. */
export const BASE_FORMS: ReadonlyMap<string, string> = new Map(pairsOf(`${SPANISH} ${ENGLISH}`));

function* pairsOf(list: string): Generator<[string, string]> {
  const words = list.trim().split(/\s+/);
  for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '', words[at + 1] ?? ''];
}
