import type { ShippedLines } from './occasion.js';

/** In words that hold on both sides of the Atlantic: neither `vosotros` nor `ustedes`. */
export const SPANISH: ShippedLines = {
  join_conversation: [
    'Qué gusto da leer este grupo, de verdad.',
    '¡Cuánto movimiento hay hoy en este grupo!',
    'Podría pasarme el día leyendo todo esto.',
    'Esto es más divertido que todo lo demás.',
  ],
  engage_user: [
    '¿Y qué tal va el día por ahí?',
    '¿Qué ha sido lo mejor del día para cada quien?',
    'Me alegra ver a todo el mundo por aquí.',
  ],
  welcome: [
    '¡Hola, {name}! Qué bien que estés aquí.',
    'Hola, {name}, ¡qué gusto que estés en el grupo!',
    'Hola, {name}, estás en tu casa.',
    '¡Hola! Qué bien que estés aquí.',
    'Hola, ¡qué gusto que estés en el grupo!',
    'Hola, aquí estás en tu casa.',
  ],
  fomo_response: [
    '¡Me distraigo un momento y hay todo esto para leer!',
    '¡Un momento, que todavía estoy leyendo todo esto!',
    'Cuánto hay para leer aquí, me encanta.',
  ],
  share_content: [
    'Esto es lo que acabo de encontrar: {title}',
    'Esto puede ser algo para este grupo: {title}',
    'Pensé en este grupo al ver esto: {title}',
    'Esto es lo que acabo de encontrar:',
    'Esto puede ser algo para este grupo:',
    'Pensé en este grupo al ver esto:',
  ],
  break_silence: [
    '¿Qué planes hay para hoy?',
    'Un viaje a cualquier sitio, ahora mismo: ¿a dónde sería?',
    '¿Qué canción suena más por ahí estos días?',
    '¡Quiero saber algo bueno de esta semana!',
    '¿Qué hay hoy para cenar?',
  ],
};
