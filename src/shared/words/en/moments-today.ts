/** What moments say on Today and in tellings, in English. */
export const momentsToday = {
  step: {
    own: 'I take it',
  },
  /** What each kind is called where one chooses how to be told. */
  kind: {
    repair: 'A bad moment to repair',
    recheck: 'To hear whether it is repaired',
    mark: 'To say how a contact was',
    ask: 'A question to a customer',
  },
  line: {
    open: {
      what: 'A bad moment, {{at}}: nobody answers for it yet',
      why: 'Your department answers for what failed',
      open: 'Look',
      tell: 'A bad moment of {{customer}}, {{at}}: who answers for it?',
    },
    look: {
      what: 'It may have been bad, {{at}}: look whether it was',
      why: 'A machine reads it so in what was written',
      open: 'Look',
      tell: 'Something that {{customer}} wrote reads like a bad moment: look whether it was',
    },
    repair: {
      what: 'To repair: a bad moment, {{at}}',
      why: 'You answer for it',
      open: 'Repair',
      tell: 'You answer for a bad moment of {{customer}}, {{at}}',
    },
    again: {
      what: 'Not repaired yet: a bad moment, {{at}}',
      why: 'The customer says that it is not',
      open: 'Look',
      tell: '{{customer}} says that it is not repaired',
    },
    recheck: {
      what: 'Ask whether it is repaired: a bad moment, {{at}}',
      why: 'Only the customer can say so',
      open: 'Ask',
      tell: 'Time to ask {{customer}} whether it is repaired',
    },
  },
} as const;
