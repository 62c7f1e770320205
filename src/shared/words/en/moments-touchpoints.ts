/** The places where customers meet the company (the list of the articles) and what is intended there, in English. */
export const touchpoints = {
  website: {
    name: 'The website',
    standard: 'He finds what he needs at once, and it is clear and quick.',
  },
  'email-service': {
    name: 'E-mail',
    standard: 'His message is answered in time, clearly, and solves it in one answer.',
  },
  'call-centre': {
    name: 'The telephone',
    standard: 'Somebody answers soon, knows the facts, and cares how he is.',
  },
  'shop-counter': {
    name: 'The shop',
    standard: 'He is expected: from the door on everyone knows what he comes for.',
  },
  order: {
    name: 'Taking an order',
    standard: 'Nothing is assumed: what he wants, when and how is agreed with him.',
  },
  prices: {
    name: 'Prices and conditions',
    standard: 'He hears the same everywhere: clear, complete and in order.',
  },
  'internal-operations': {
    name: 'Our own work',
    standard: 'What we do among us is done so well that he never feels it.',
  },
  'order-status': {
    name: 'How the order stands',
    standard: 'He knows where his order is before he has to ask.',
  },
  invoice: {
    name: 'The invoice',
    standard: 'It is right, on time, and he understands it.',
  },
  'parcel-delivery': {
    name: 'The delivery',
    standard: 'Complete, as agreed, on the day that was promised.',
  },
  'complaints-desk': {
    name: 'Complaints',
    standard: 'He is believed, told what happens next, and it comes out well.',
  },
  'collections-desk': {
    name: 'Collecting payments',
    standard: 'Firm, orderly and kind; never while we owe him an answer.',
  },
  documents: {
    name: 'Documents and reports',
    standard: 'He gets what he asked for, filled in with what we already know.',
  },
  'home-visit': {
    name: 'Work at his place',
    standard: 'On time, prepared, and leaving the place as it was.',
  },
  'other-concern': {
    name: 'Any other concern',
    standard: 'What has nothing to do with a sale is answered with the same care.',
  },
  attention: {
    name: 'How he is treated',
    standard: 'No word, look or gesture that hurts, from anybody, anywhere.',
  },
} as const;
