import type { ShippedLines } from './occasion.js';

export const ENGLISH: ShippedLines = {
  join_conversation: [
    'I am reading along with a smile here.',
    'You really have a lot going on in here today!',
    'It is good company in here.',
    'This is more fun than anything else I could be doing.',
  ],
  engage_user: [
    'And how is everybody doing today?',
    'What is the best thing that happened to you today?',
    'Good to see all of you here.',
  ],
  welcome: [
    'Welcome, {name}! Good to have you here.',
    'Hello {name}, nice that you are here!',
    'Hi {name}, make yourself at home.',
    'Welcome! Good to have you here.',
    'Hello and welcome, nice that you are here!',
    'A new face! Make yourself at home.',
  ],
  fomo_response: [
    'I look away for a moment and there is all of this to read!',
    'Wait for me, I am still catching up with all of you!',
    'So much to read here, I love it.',
  ],
  share_content: [
    'Look what I just came across: {title}',
    'This may be something for you: {title}',
    'I thought of this group when I saw this: {title}',
    'Look what I just came across:',
    'This may be something for you:',
    'I thought of this group when I saw this:',
  ],
  break_silence: [
    'What is everybody up to today?',
    'If you could be anywhere right now, where would it be?',
    'What song have you had on repeat lately?',
    'Tell me something good that happened to you this week!',
    'What are you having for dinner?',
  ],
};
