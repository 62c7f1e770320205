/** What is said where questions and recoveries are refused, in English. */
export const refusalsOfMoments = {
  'question.link-void': {
    title: 'This link does not open any more.',
    act: 'It has run out or was taken back; nothing needs to be done.',
  },
  'question.withheld': {
    title: 'He is not asked now.',
    act: 'Look at why; he may be asked when that is over.',
  },
  'question.answered': {
    title: 'He has answered it already.',
    act: 'Read his answer; it cannot be taken back.',
  },
  'question.no-answer': {
    title: 'Nothing was answered.',
    act: 'Choose one mark; one is enough.',
  },
  'recovery.ended': {
    title: 'This recovery has ended.',
    act: 'Look at how it ended; a bad moment that comes after it begins another.',
  },
  'recovery.over-budget': {
    title: 'That is more than you may spend on it without asking.',
    act: 'Write down less, or hand it to someone who may spend more.',
  },
} as const;
