/** The house at a glance, and the ways to fill it, in English. */
export const home = {
  glance: 'The house at a glance',
  sinceStart: 'Since Kept began to hear',
  known: {
    label: 'Known customers',
    means: 'Customers with a verified key, or made by hand. Joined records count once.',
    sample_one: '{{count, number}} customer, known or pending',
    sample_other: '{{count, number}} customers, known or pending',
  },
  pending: {
    label: 'Waiting to be confirmed',
    means: 'Customers who so far only claim a key: somebody has to look.',
  },
  merged: {
    label: 'Joined records',
    means:
      'Records that were joined with another one because they are the same customer. Each can be taken apart again.',
  },
  heard: {
    label: 'Events remembered',
    means: 'Everything that customers told, asked, bought or suffered, as far as it was taken in.',
    sample_one: '{{count, number}} event sent, duplicates and quarantine among them',
    sample_other: '{{count, number}} events sent, duplicates and quarantine among them',
  },
  look: {
    title: 'To look at',
    claims_one: '{{count, number}} open claim',
    claims_other: '{{count, number}} open claims',
    claimsWhy: 'Somebody says that a key is his.',
    quarantine_one: '{{name}}: {{count, number}} event in quarantine',
    quarantine_other: '{{name}}: {{count, number}} events in quarantine',
    quarantineWhy: 'It could not be taken in; look at the reason, then retry.',
    silent: '{{name}} is silent',
    silentWhy: 'Nothing was heard for more than a day.',
  },
  money: {
    title: 'Money by month',
    settled: 'Counted',
    currency: 'Currency',
    chart: 'Sold and returned by month, {{currency}}',
    sold: 'Sold',
    returned: 'Returned',
  },
  start: {
    title: 'See Kept with life in it',
    sentence: 'Three ways from an empty house to customers with a story.',
    demo: 'A made-up company',
    demoSentence:
      'An energy company with three years of customers, calls, promises and complaints. It gets a house of its own beside yours and is removed in one act. Run this where Kept is installed:',
    extract: 'A real shop',
    extractSentence:
      'An extract of the Online Retail data set, with its mapping. It comes into this house and can be undone:',
    own: 'Your own customers',
    ownSentence: 'Any CSV file: Kept guesses the columns, shows what they would become, and can take it all out again.',
  },
} as const;
