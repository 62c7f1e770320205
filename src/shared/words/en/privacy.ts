/** Purposes and the log of uses, in English. */
export const privacy = {
  purpose: {
    none: 'No customer data',
    service: 'Serving the customer',
    administration: 'Administration',
    intake: 'Taking data in',
    analysis: 'Analysis',
    audit: 'Audit',
  },
  actor: {
    person: 'A colleague',
    key: 'A program with a key',
    partner: 'A partner outside',
    customer: 'The customer himself',
    system: 'Kept itself',
  },
  uses: {
    title: 'Uses of a customer’s data',
    sentence:
      'Who looked, when and for what: by role and department, never by name. It serves nobody’s performance review.',
    find: 'Customer',
    choose: 'Choose a customer',
    chooseSentence: 'Every use of his data is listed here, newest first.',
    oneCustomer: 'This customer',
    toCustomer: 'To the customer',
    none: 'His data was not used yet',
  },
  proof: {
    title: 'Proof of the log',
    go: 'Is the log whole?',
    sentence: 'Each use hangs on the one before it, like links of a chain. Here the whole chain is counted again.',
    again: 'Count again',
    whole: 'The log is whole.',
    broken_one: 'The log does not hold in {{count, number}} place.',
    broken_other: 'The log does not hold in {{count, number}} places.',
    counted: '{{uses, number}} uses in {{links, number}} links were counted again.',
    places: 'Where it does not hold',
    at: 'link {{link, number}} of server {{server}}',
    what: {
      'link-missing': 'A link in the middle is gone.',
      'link-changed': 'A link was changed.',
      'use-missing': 'A use is gone.',
      'use-changed': 'A use was changed.',
      'use-added': 'A use was added afterwards.',
      'tail-missing': 'The end of the chain is gone.',
    },
  },
} as const;
