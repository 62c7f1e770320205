/** What moments say on Today and in tellings, in English. */
export const momentsToday = {
  step: {},
  /** What each kind is called where one chooses how to be told. */
  kind: {
    repair: 'A bad moment to repair',
    recheck: 'To ask whether it is repaired',
    mark: 'To say how a contact was',
    ask: 'A question to a customer',
  },
  line: {
    repair: {
      what: 'A bad moment to repair',
      why: 'It went wrong with us, and only a good answer mends it',
      open: 'Repair it',
      tell: 'A bad moment of {{customer}} to repair; good moments that we owe: {{owed}}',
    },
    recheck: {
      what: 'Ask whether it is repaired',
      why: 'It was repaired {{done}}; it counts only if the customer says so',
      open: 'Ask now',
      tell: 'Ask {{customer}} whether what was repaired {{done}} is good again',
    },
    mark: {
      what: 'Say how the contact {{at}} was',
      why: 'You spoke with the customer and saw what he did not write',
      open: 'Mark it',
      tell: 'Say how the contact with {{customer}} {{at}} was',
    },
    ask: {
      what: 'A question to ask',
      why: 'Only the customer can say how it was',
      open: 'See the question',
      tell: 'A question to ask {{customer}}',
    },
  },
} as const;
