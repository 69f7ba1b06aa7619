import type { Speech } from './speech.js';

export const ENGLISH: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:are|r) (?:you|u) (?:actually |really )?(?:an? )?(?:real )?(?:bot|robot|ai|human|real|person|machine|computer|chatbot)\b|\b(?:is this|am i talking to) (?:an? )?(?:real )?(?:bot|robot|ai|human|person|machine)/,
    'what-is-my': /\b(?:what|who|where|when|which|do you (?:know|remember))\b[^.?!]*\b(?:my|do i|am i)\b/,
    'who-are-you': /\bwho (?:are you|is this)\b|\bwhat(?:'s| is) your name\b/,
    'time-or-date':
      /\bwhat(?:'s| is) (?:the )?(?:current |today'?s )?(?:time|date|day)\b(?! of)|\bwhat (?:time|day|date) is (?:it|today)\b/,
    help: /\bwhat (?:can|do) you do\b|\bhow (?:can|could) you help\b|^\W*help(?: me)?\W*$/,
    goodbye:
      /^\W*(?:(?:ok(?:ay)?|well|alright),? )?(?:good ?bye|bye(?: bye)?|see (?:you|ya)|good ?night|take care|talk (?:to you )?later)\b/,
    thanks: /\b(?:thanks|thank you|thx|cheers)\b(?: (?:so|very) much| a lot)?/,
    'how-are-you': /\bhow are (?:you|things)\b(?: doing| today)*|\bhow(?:'s| is) it going\b/,
    greeting: /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?\b/,
    request:
      /\b(?:please|pls|(?:can|could|would|will) (?:you|he|she|they|someone|somebody|i|we)|tell (?:him|her|them|\p{L}+ that)|call me|let me know|i(?:'d| would) like to|i need)\b/u,
    'bad-news':
      /\b(?:died|passed away|dead|funeral|sick|ill|sad|accident|hospital|divorced?|heartbroken|terrible|awful|unfortunately|lost my|not (?:well|happy)|unhappy|exhausted|worried)\b/,
    'good-news':
      /\b(?:passed my|passed the|won|(?:got|getting) (?:married|engaged|promoted|the job)|great news|good news|so happy|it'?s my birthday|wonderful|hooray|yay)\b/,
  },
  asks: /^\W*(?:what|who|where|when|why|how|which|can|could|do|does|is|are|will)\b/,
  character: 'your assistant',
  phrases: {
    'no-text': ['I got it, but I can only read words here. What is it about?'],
    'are-you-a-bot': ['I am {character}, an automated assistant, not a person. What can I do for you?'],
    'who-are-you': ['I am {character}, an automated assistant. I take messages and keep them. What can I do for you?'],
    'time-or-date': ['I have no clock or calendar here, and I will not guess.'],
    help: [
      'I take messages, remember what you tell me, and keep it so that it is found again. What I cannot answer, I leave for the person I work for.',
    ],
    goodbye: ['Goodbye{,name}! Write whenever you like.', 'Take care{,name}. Talk soon!'],
    thanks: ['You are welcome{,name}!', 'Gladly{,name}!'],
    'how-are-you': ['Very well, thank you{,name}! And you?', 'All is well here, thanks{,name}. How are you?'],
    greeting: ['Hello{,name}! What can I do for you?', 'Hi{,name}! How can I help?'],
    hello: ['Hello{,name}!'],
    request: [
      'I cannot do that myself, but I have noted it for the person I work for.',
      'That is for the person I work for: your message is here for them.',
    ],
    'bad-news': ['I am sorry to hear that{,name}. I am here if you want to tell me more.'],
    'good-news': ['That is good to hear{,name}! I will remember it.', 'How lovely{,name}! I will keep that in mind.'],
    question: [
      'I cannot answer that myself. I have noted your question for the person I work for.',
      'I do not know, and I would rather not guess. Your question is here for the person I work for.',
    ],
    statement: ['I see{,name}.', 'Thank you for telling me{,name}.', 'I have read it{,name}.'],
    'fact-known': ['You told me: {value}.'],
    'fact-unknown': ['You have not told me yet. Tell me, and I will remember it.'],
    'name-told': ['Nice to meet you, {name}! What can I do for you?', 'Good to know you, {name}. How can I help?'],
    'fact-told': ['Good to know{,name}. I will remember that.', 'Thank you, I will remember that.'],
  },
};
