/** The page of promises that everybody may read, and the settings of promises, in English. */
export const promisesPublic = {
  page: {
    title: 'Our promises',
    sentence: 'What every customer of {{house}} may hold us to.',
    none: 'There is nothing here',
    noneSentence: 'The address may be wrong, or the page is no longer open.',
    noPromises: 'No promise is in force now.',
    conditions: 'Conditions',
    limits: 'Limits',
    complain: 'If we do not keep it',
    contact: 'Contact',
    indicator: 'How we measure it',
    since: 'In force since {{date}}',
    kept: 'kept',
    allTitle: 'How we keep our word',
    all: 'Of {{settled}} promises due from {{since}} to {{until}} we kept {{kept}}.',
    interval: 'With so many, the true share lies between {{low}} and {{high}} (95% interval).',
    late_one: '{{count, number}} more is late and has no result yet; it is not counted here.',
    late_other: '{{count, number}} more are late and have no result yet; they are not counted here.',
    one: 'Kept {{kept}} of {{settled}} in twelve months',
    bar: '{{share}} kept, {{rest}} not kept',
    honest:
      'Counted by the day first promised, nothing left out. A change that the customer did not agree to in time counts as not kept.',
  },
  /** What these settings are called in the history of changes. */
  changed: {
    accept_minutes: 'A keeper answers within',
    alarm_shares: 'Alarms before it is due',
    public_page: 'Public page',
    public_rate: 'Rate on the public page',
  },
  settings: {
    title: 'Promises',
    sentence: 'How long a keeper has to answer, when he is told, and what the public sees.',
    clock: 'Answer and alarms',
    accept: 'A keeper answers within',
    acceptHelp:
      'Working hours of his. What nobody accepts in time turns red for its maker. Never later than half-way to the due.',
    hours: 'working hours',
    shares: 'Alarms before it is due',
    sharesHelp: 'The keeper is told when so much of the time has passed. At the due itself he always is.',
    share: '{{share}} of the time',
    from: 'A change counts for promises made or changed from then on.',
    outside: 'What the public sees',
    page: 'A public page of your standing promises',
    pageHelp:
      'Everybody may read it without signing in, in three languages. It shows what is in force and marked as public.',
    see: 'Open the page',
    rate: 'Show how you keep them',
    rateHelp: 'The true rate of all promises due in twelve months, with its interval, and of each standing one.',
    warning:
      'Think twice: it is shown whatever it is, in bad months too. Nobody can choose the period or leave a promise out. Taking it away later will be noticed.',
    saved: 'Saved.',
    newest: 'Show the newest',
    partners: 'Outside partners',
    standing: 'Standing promises',
  },
} as const;
