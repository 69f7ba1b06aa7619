import type { ShippedTexts } from './shipped-texts.js';

export const ENGLISH: ShippedTexts = {
  check_in: {
    generic: [
      'Hey! How are you doing? I was thinking about you.',
      'Hi {name}, how have you been lately?',
      'Just wanted to say hello. How are things with you?',
      'You crossed my mind today. How is everything going?',
      'Hey, what have you been up to these days?',
    ],
    morning: ['Good morning! How are you starting the day?', 'Morning! What does your day look like?'],
    evening: ['Good evening! How was your day?', 'Hey, how did today treat you?'],
    'low-mood': [
      'Hey, how are you feeling? I have been thinking about you.',
      'Just checking in. Are things any lighter?',
    ],
    'long-silence': ['It has been a while! How have you been?', 'Long time no chat. I hope life is treating you well!'],
  },
  emotional_support: {
    generic: [
      "I hope you're doing okay. I'm here if you need to talk.",
      'No need to answer, I just wanted you to know that I care.',
      'How are you, really? I have time to listen.',
      'Be kind to yourself today. I am here whenever you like.',
      'If anything weighs on you, you can tell me.',
    ],
    morning: ['Good morning. I hope today is gentle with you.'],
    evening: ['Good evening. If the day was heavy, I am here to listen.'],
    'low-mood': [
      'I hope things feel a little lighter. I am here if you want to talk.',
      'You do not have to go through it alone. Want to talk?',
    ],
  },
  memory_reminder: {
    generic: [
      'I was just thinking about {memory}. How is it going?',
      'How is {memory} coming along? I would love to hear.',
      'What is new with {topic}? I would love to hear about it.',
      'I just had to think of {topic}. And of you! How are you?',
      'I was thinking back to our chats. What is new with you?',
      'I like thinking back to what you tell me. Any news?',
      'Our last talks are still on my mind. How have you been?',
    ],
    event: [
      'I have been thinking of {event}. How was it?',
      'So, {event}: how did it go? I am curious!',
      'I remember that this was an important day. How was it?',
    ],
    birthday: [
      'Happy birthday, {name}! I hope you have a wonderful day.',
      'Happy birthday! May the new year be a good one for you.',
      'All the best to you on your birthday! Enjoy your day.',
    ],
  },
  topic_suggestion: {
    generic: [
      "Have you seen any good movies lately? I'd love to hear about them!",
      'What song have you had on repeat lately?',
      'If you could be anywhere right now, where would it be?',
      'What is the best thing you have eaten this week?',
      'Read or watched anything good lately? I am all ears.',
      'What made you laugh last? I could use a good story.',
      'How are things with {topic}? Tell me a bit about it!',
    ],
    morning: ['Good morning! What are you looking forward to today?'],
    evening: ['Good evening! What was the best part of your day?'],
  },
};
