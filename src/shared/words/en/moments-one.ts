/** How a moment was, in English. */
export const sign = {
  good: 'good',
  indifferent: 'indifferent',
  bad: 'bad',
  grave: 'grave',
  unjudged: 'not judged',
} as const;

/** What is marked, in English. */
export const marks = {
  people: 'People',
  information: 'Information',
  process: 'Process',
  environment: 'The place',
  feeling: 'The feeling',
  functional: 'Feeling, by reason',
  emotional: 'Feeling, by heart',
} as const;

/** The same within a sentence, in English. */
export const low = {
  people: 'the people',
  information: 'the information',
  process: 'the process',
  environment: 'the place',
  feeling: 'the feeling',
} as const;

/** Before, in and after a contact, in English. */
export const stage = {
  perception: 'Before',
  interaction: 'In the contact',
  remembrance: 'Days after',
} as const;

/** Whose word it is, in English. */
export const source = {
  customer: 'the customer said',
  employee: 'a colleague saw',
  event: 'from what happened',
  machine: 'a machine guessed',
} as const;

/** What a bad moment was about, in English. */
export const kind = {
  treatment: 'the treatment',
  product: 'the product',
  both: 'both',
  unsaid: 'not said',
} as const;

/** What happened, where nothing was said, in English. */
export const cause = {
  late: 'It came late',
  waited: 'He had to wait',
  broken: 'A promise was broken',
  incomplete: 'It was not complete',
  wrong: 'It was not as agreed',
  'charged-twice': 'He was charged twice',
  complained: 'He complained',
  thanked: 'He thanked us',
  rated: 'It was rated',
  'not-told': 'What was needed was not known',
  kept: 'A promise was kept',
  exceeded: 'It was better than promised',
  felt: 'He said how it felt',
  guessed: 'It reads so in his words',
  unresolved: 'It was not solved',
} as const;

/** One moment, in English. */
export const one = {
  title: {
    good: 'A good moment of {{name}}',
    indifferent: 'An indifferent moment of {{name}}',
    bad: 'A bad moment of {{name}}',
    unjudged: 'A contact of {{name}}',
  },
  word: 'A moment',
  withPerson: 'with {{name}}',
  serves: 'By whose word: {{source}}',
  marks: 'How it was',
  marksSentence: 'Each from the best source that speaks of it. The worst decides.',
  value: '{{value, number}} of 5',
  unknown: 'not known',
  worst: 'the worst',
  noMarks: 'Nobody said anything of it yet.',
  owner: '{{department}} answers for what failed ({{mark}}).',
  house: 'The company answers for what failed ({{mark}}).',
  departments: 'In it: {{names}}',
  stages: 'Before, in it and after',
  remembered: 'How he remembers it',
  better: '{{side}}: {{count, number}} better than it was then',
  worse: '{{side}}: {{count, number}} worse than it was then',
  same: '{{side}}: as it was then',
  functional: 'By reason',
  emotional: 'By heart',
  said: 'What each source says',
  saidSentence: 'Kept apart. The best source that speaks serves, whatever a worse one says.',
  counts: 'counts',
  expected: 'expected {{expected, number}}, got {{received, number}} of 7',
  promise: 'The promise',
  story: 'In the story',
  account: 'The account',
} as const;

/** How it was, in one tap, in English. */
export const tap = {
  title: 'How was it?',
  sentence: 'One tap says how you saw it. What the customer says counts before it.',
  face: {
    f1: 'Very bad',
    f2: 'Bad',
    f3: 'Neither',
    f4: 'Good',
    f5: 'Very good',
  },
  done: 'Noted: {{how}}',
  more: 'Say more',
  act: 'Note it',
  by: 'Whose word is it?',
  me: 'I saw it so',
  he: 'The customer said so',
  needed: 'Did you have what you needed?',
  yes: 'Yes',
  no: 'No',
  missing: 'Whose information was missing or wrong?',
  kind: 'What was it about?',
  stage: 'When?',
  grave: 'It was grave',
  graveHelp: 'Weighs twice as much.',
  words: 'What was said',
  noMark: 'Mark at least one of them.',
  key: 'How was it: {{how}}',
  judged: 'How it was: {{sign}}',
  look: 'Open the moment',
} as const;
