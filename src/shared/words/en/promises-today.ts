/** What promises say on Today and in tellings, in English. */
export const promisesToday = {
  step: {
    accept: 'Accept',
  },
  /** What each kind is called where one chooses how to be told. */
  kind: {
    accept: 'A promise to accept',
    unaccepted: 'Nobody accepts my promise',
    declined: 'My promise is declined',
    'due-soon': 'A promise falls due soon',
    'due-today': 'A promise is due today',
    late: 'A promise is late',
    'inner-late': 'A step inside runs late',
    'no-keeper': 'A promise has no keeper',
    'expectation-low': 'It felt worse than expected',
  },
  line: {
    accept: {
      what: 'To accept: a promise by {{maker}} for {{due}}',
      why: 'You or your department are to keep it',
      open: 'Look and answer',
      tell: '{{maker}} asks you to accept a promise to {{customer}} for {{due}}',
    },
    unaccepted: {
      what: 'Nobody has accepted your promise for {{due}}',
      why: 'You made it; without a keeper it will not be kept',
      open: 'Find a keeper',
      tell: 'Nobody has accepted your promise to {{customer}} for {{due}}',
    },
    declined: {
      what: '{{keeper}} declined your promise for {{due}}',
      why: 'You made it; it needs another keeper or another word',
      open: 'Decide',
      tell: '{{keeper}} declined your promise to {{customer}} for {{due}}',
    },
    declinedOther: {
      what: '{{keeper}} cannot for {{due}} and proposes {{other}}',
      why: 'You made it; the customer has to agree to another date',
      open: 'Decide',
      tell: '{{keeper}} proposes {{other}} instead of {{due}} for your promise to {{customer}}',
    },
    declinedOutside: {
      what: 'An outside partner cannot keep your promise for {{due}}',
      why: 'You made it; it needs another keeper or another word',
      open: 'Decide',
      tell: 'An outside partner cannot keep your promise to {{customer}} for {{due}}',
    },
    dueSoon: {
      what: 'Coming up: a promise for {{due}}',
      why: 'You accepted it',
      open: 'See the promise',
      tell: 'Coming up: your promise to {{customer}} for {{due}}',
    },
    dueToday: {
      what: 'To keep: a promise for {{due}}',
      why: 'You accepted it',
      open: 'Keep it',
      tell: 'To keep: your promise to {{customer}} for {{due}}',
    },
    late: {
      what: 'A promise was due {{due}}',
      why: 'It is late, and the customer waits',
      open: 'See what to do',
      tell: 'Late: the promise to {{customer}} was due {{due}}',
    },
    innerLate: {
      what: 'A step inside runs late; the promise for {{due}} is in danger',
      why: 'The customer was promised what depends on it',
      open: 'See what holds it up',
      tell: 'A step inside runs late: the promise to {{customer}} for {{due}} is in danger',
    },
    noKeeper: {
      what: 'A promise for {{due}} has nobody to keep it',
      why: 'Whoever was to keep it no longer can',
      open: 'Name a keeper',
      tell: 'The promise to {{customer}} for {{due}} has nobody to keep it',
    },
    expectationLow: {
      what: 'It felt worse than he expected',
      why: 'The promise was kept on paper; he says otherwise',
      open: 'See what he said',
      tell: '{{customer}} says it felt worse than expected',
    },
  },
} as const;
