import type { ShippedTexts } from './shipped-texts.js';

export const SPANISH: ShippedTexts = {
  check_in: {
    generic: [
      '¡Hola! ¿Cómo estás? Estaba pensando en ti.',
      'Hola, {name}, ¿qué tal te va últimamente?',
      'Solo quería saludarte. ¿Cómo va todo?',
      'Hoy me he acordado de ti. ¿Qué tal todo?',
      '¡Hola! ¿Qué has estado haciendo estos días?',
    ],
    morning: ['¡Buenos días! ¿Cómo empiezas el día?', '¡Buenos días! ¿Qué planes tienes hoy?'],
    evening: ['¡Buenas! ¿Qué tal te ha ido el día?', 'Hola, ¿cómo te ha tratado el día?'],
    'low-mood': ['Hola, ¿cómo te sientes? He estado pensando en ti.', '¿Cómo vas? Espero que un poco mejor.'],
    'long-silence': ['¡Cuánto tiempo! ¿Cómo te ha ido?', 'Hace mucho que no hablamos. Espero que todo te vaya bien.'],
  },
  emotional_support: {
    generic: [
      'Espero que estés bien. Aquí estoy si necesitas hablar.',
      'No hace falta que respondas, solo quería que supieras que me importas.',
      '¿Cómo estás de verdad? Tengo tiempo para escucharte.',
      'Cuídate mucho hoy. Aquí estoy cuando quieras.',
      'Si algo te pesa, puedes contármelo.',
    ],
    morning: ['Buenos días. Espero que hoy el día sea amable contigo.'],
    evening: ['Buenas. Si el día ha sido pesado, aquí estoy para escucharte.'],
    'low-mood': [
      'Espero que hoy pese un poco menos. Aquí estoy si quieres hablar.',
      'No tienes que pasar por esto a solas. ¿Quieres hablar?',
    ],
  },
  memory_reminder: {
    generic: [
      'Estaba pensando en {memory}. ¿Cómo va?',
      '¿Cómo va {memory}? Me encantaría saberlo.',
      '¿Qué hay de nuevo con {topic}? Me gustaría saberlo.',
      'Me he acordado de {topic}. ¡Y de ti! ¿Cómo estás?',
      'Estaba recordando nuestras charlas. ¿Qué hay de nuevo?',
      'Me gusta recordar lo que me cuentas. ¿Alguna novedad?',
      'Sigo dándole vueltas a nuestras últimas charlas. ¿Cómo estás?',
    ],
    event: [
      'He estado pensando en {event}. ¿Qué tal?',
      'Bueno, {event}: ¿qué tal fue? ¡Tengo curiosidad!',
      'Recuerdo que era un día importante. ¿Qué tal fue?',
    ],
    birthday: [
      '¡Feliz cumpleaños, {name}! Espero que tengas un día precioso.',
      '¡Feliz cumpleaños! Que el nuevo año te traiga cosas buenas.',
      '¡Muchas felicidades en tu cumpleaños! Disfruta del día.',
    ],
  },
  topic_suggestion: {
    generic: [
      '¿Has visto alguna película buena últimamente? ¡Cuéntame!',
      '¿Qué canción no dejas de escuchar últimamente?',
      'Si pudieras estar en cualquier lugar ahora, ¿dónde sería?',
      '¿Qué es lo mejor que has comido esta semana?',
      '¿Has leído o visto algo bueno? Te escucho.',
      '¿Qué fue lo último que te hizo reír? Cuéntame.',
      '¿Qué tal va lo de {topic}? ¡Cuéntame un poco!',
    ],
    morning: ['¡Buenos días! ¿Qué te hace ilusión hoy?'],
    evening: ['¡Buenas! ¿Qué ha sido lo mejor de tu día?'],
  },
};
