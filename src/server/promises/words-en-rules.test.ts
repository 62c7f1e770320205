import { describe, expect, it } from 'vitest';
import { atLocal } from '../platform/calendar/local-rules.ts';
import { findPromises } from './words-rules.ts';

const zone = 'Europe/London';
/** A Wednesday. */
const saidAt = atLocal('2027-06-09T11:00', zone)?.at ?? expect.fail();

/** The dues of the promises found, `-` where one has none. */
const duesOf = (text: string) =>
  findPromises(text, { language: 'en', saidAt, zone })
    .map((one) => one.due ?? '-')
    .join(',');

/** Promises, each with its due. */
const promises = [
  ["We'll give you a bell on Friday morning once the surveyor has been.", '2027-06-11T12:00'],
  ["I'll make sure the refund is processed by Monday.", '2027-06-14'],
  ['One of our advisers will be in touch shortly.', '-'],
  ['Someone from our team will reach out tomorrow.', '2027-06-10'],
  ['Agreed to ring him back tomorrow by 5.', '2027-06-10T17:00'],
  ['Engineer booked for Saturday morning.', '2027-06-12T12:00'],
  ['Your delivery is booked for Tuesday 15 June.', '2027-06-15'],
  ["We've arranged for a courier to collect it on Friday.", '2027-06-11'],
  ["We're holding your table until 8pm.", '2027-06-09T20:00'],
  ["We'll keep the parcel behind the counter for you until Saturday.", '2027-06-12'],
  ['Be with you in 20 minutes.', '2027-06-09T11:20'],
  ["I'll ring you first thing tomorrow.", '2027-06-10T10:00'],
  ['You will hear from us within a week.', '2027-06-16'],
  ['Your new card will be with you in 10 working days.', '2027-06-23'],
  ["We'll let you know as soon as the part is in stock.", '-'],
  ["Leave it with me and I'll get back to you.", '-'],
  ["I've asked Tom to call you tomorrow.", '2027-06-10'],
  ['We will issue the credit note by the end of the month.', '2027-06-30'],
  ["We'll send an engineer out by the end of the week.", '2027-06-11'],
  ['Mr Khan from our claims team will call you tomorrow.', '2027-06-10'],
  [
    'The driver will be there by lunchtime and the fitter will come this afternoon.',
    '2027-06-09T13:00,2027-06-09T18:00',
  ],
  ["I'll email the quote tomorrow and I'll call you on Friday to go through it.", '2027-06-10,2027-06-11'],
  ["Your complaint will be investigated and you'll receive a reply no later than 18 June.", '-,2027-06-18'],
  ['Rest assured we will put this right.', '-'],
  ['The nurse will see to it tomorrow at half past three.', '2027-06-10T15:30'],
  ['Your keys will be ready for collection on Friday.', '2027-06-11'],
  ['Your keys will be ready for collection from 2pm on Friday.', '2027-06-11T14:00'],
  ['Ok to confirm, we are delivering on Friday, all right?', '2027-06-11'],
  ["We'll refund you in a month.", '2027-07-09'],
  ['Your technician arrives tomorrow between 8 and 10.', '2027-06-10T10:00'],
  ["I'm sending the contract over next Wednesday.", '2027-06-16'],
  ['The manager will phone you tomorrow, whatever happens.', '2027-06-10'],
  ["We'll cover the cost of the taxi.", '-'],
  ['Your order is being dispatched on Friday.', '2027-06-11'],
  ['told cust will call tomorrow am', '2027-06-10T12:00'],
  ['Advised customer that an engineer will attend tomorrow.', '2027-06-10'],
  ['rang back, promised to have it fixed by 4 on Friday', '2027-06-11T16:00'],
  ["Give me half an hour and I'll call you back.", '2027-06-09T11:30'],
  ["We'll replace it free of charge on Monday.", '2027-06-14'],
  ["Don't worry, we'll waive the fee.", '-'],
  ['The replacement will be shipped Friday at the latest.', '2027-06-11'],
  ["As of 1 July you'll have the new tariff.", '2027-07-01'],
  ['You can collect your glasses from tomorrow.', '2027-06-10'],
  ["It'll be back online by tomorrow night.", '2027-06-10T21:00'],
  ['Your internet will be restored by 11pm.', '2027-06-09T23:00'],
  ['We guarantee delivery by Friday.', '2027-06-11'],
  ["We'll have a decision for you a week on Friday.", '2027-06-18'],
] as const;

/** What a day, a term, a time of day is taken for. */
const times = [
  ["We'll call you on Wednesday, 23 June.", '2027-06-23'],
  ["We'll call you on the 23rd.", '2027-06-23'],
  ["We'll call you on the 5th.", '2027-07-05'],
  ["We'll deliver it on 5/12.", '2027-12-05'],
  ["We'll deliver it on 03.07.2027.", '2027-07-03'],
  ["We'll deliver it on July 3rd.", '2027-07-03'],
  ["We'll send it this Friday.", '2027-06-11'],
  ["We'll send it next Friday.", '2027-06-18'],
  ["We'll send it early next week.", '2027-06-15'],
  ["We'll repair it over the weekend.", '2027-06-13'],
  ["We'll repair it before the weekend.", '2027-06-11'],
  ["We'll send it next month.", '2027-07-31'],
  ["We'll send it mid-June.", '2027-06-15'],
  ["We'll send it by the end of June.", '2027-06-30'],
  ["We'll send it before Christmas.", '2027-12-24'],
  ['We will confirm by 23:59 tomorrow.', '2027-06-10T23:59'],
  ["We'll have it fixed by midnight.", '2027-06-10T00:00'],
  ["We'll call you in an hour and a half.", '2027-06-09T12:30'],
  ["We'll call you back within two hours.", '2027-06-09T13:00'],
  ["We'll call within 2-3 days.", '2027-06-12'],
  ["We'll reply in three working days.", '2027-06-14'],
  ["We'll reply by the next working day.", '2027-06-10'],
  ["We'll reply within 48 working hours.", '2027-06-11'],
  ["We'll ring at 5.30.", '2027-06-09T17:30'],
  ["We'll ring at quarter past seven.", '2027-06-09T19:15'],
  ["I'll call you at 9 tomorrow.", '2027-06-10T09:00'],
  ["I'll call tomorrow at nine in the morning.", '2027-06-10T09:00'],
  ["I'll be there at a quarter to six tomorrow.", '2027-06-10T17:45'],
  ["We'll refund you within 5 days of receiving the item.", '-'],
  ["We'll be there on Friday or Saturday.", '2027-06-12'],
  ["We'll come tomorrow between 2 and 4.", '2027-06-10T16:00'],
  ["We'll come tomorrow 2-4pm.", '2027-06-10T16:00'],
  ["We'll come tomorrow 10-12.", '2027-06-10T12:00'],
  ["We'll send a copy of the invoice of 3 May.", '-'],
  ["We'll extend your booking to 20 June.", '-'],
  ["We'll resend the letter dated 1 June.", '-'],
  ["We'll come after 4 tomorrow.", '2027-06-10'],
  ["We'll ring you back today.", '2027-06-09'],
  ['We will sort it by the end of the day.', '2027-06-09'],
  ["We'll sort it by the end of the day on Friday.", '2027-06-11'],
  ["We'll do it in six weeks.", '2027-07-21'],
  ["We'll review it in 6 months.", '2027-12-09'],
  ["I'll text you this evening.", '2027-06-09T21:00'],
  ["I'll call you first thing Friday morning.", '2027-06-11T10:00'],
  ["You'll have it by close of business.", '2027-06-09T17:00'],
  ["You'll have it by COB Friday.", '2027-06-11T17:00'],
  ["We'll do it in the week beginning 21 June.", '2027-06-25'],
  ["We'll do it the week after next.", '2027-06-25'],
  ['Our van will be with you tomorrow at 8.30am.', '2027-06-10T08:30'],
  ["We'll review your plan on 3 May 2028.", '2028-05-03'],
  ["We'll drop it off Saturday afternoon.", '2027-06-12T18:00'],
] as const;

/** Past, hedged, asked, refused, somebody else's, or a mere announcement. */
const none = [
  'We are unable to deliver on Sunday.',
  "Unfortunately we won't have the results before Thursday.",
  'Please call us back by Friday.',
  'Our lines are open from 8am to 6pm.',
  'Your contract ends on 30 June.',
  'Your account will be charged £25 on 15 June.',
  'The council says the road will reopen on Monday.',
  'Should you need anything, we will be happy to help.',
  'Your payment is due by 20 June.',
  "If the part arrives tomorrow we'll fit it on Friday.",
  'Your new card should be with you by Friday.',
  "We'd be grateful if you could reply by Friday.",
  'I could drop it off on Friday.',
  'We may need to reschedule your visit on Monday.',
  'See you on Tuesday!',
  'Royal Mail will deliver it on Friday.',
  "She said she'll pay on Friday.",
  'Mr Khan will bring the documents tomorrow.',
  'We called on Monday and we will not be charging you.',
  'Prices will rise from 1 July.',
  'The sale starts on Friday.',
  "I told you we'd call yesterday and nobody did.",
  'We promised you a call on Monday and we failed.',
  'We will always be here for you.',
  'Our team works around the clock to help.',
  'Your appointment with Dr Lee is on Friday at 10.',
  'Can I call you tomorrow?',
  'We regret that your claim has been declined.',
  'We will be closed on Monday 14 June.',
  'I will be out of the office until 14 June.',
  'The tenant will let you in on Friday.',
  'You must return the form by Friday.',
  'Normally we dispatch within two working days.',
  'We aim to respond within 5 working days.',
  'Your direct debit will be collected on or around 20 June.',
  'customer to call back friday',
  'Ask Kate to ring the Smiths tomorrow.',
  "I'd love to tell you it will arrive tomorrow.",
  "Hopefully we'll have it by Friday.",
  'With any luck it will be ready on Friday.',
  'It usually takes three days.',
  "We can't guarantee that it'll arrive by Friday.",
  'We shall not be able to attend on Friday.',
  'Does the engineer come on Friday?',
  'The engineer came on Friday and will need your signature.',
  "I'm on holiday next week.",
] as const;

describe('promises in English', () => {
  it.each(promises)('%s', (text, dues) => {
    expect(duesOf(text)).toBe(dues);
  });

  it.each(times)('%s', (text, dues) => {
    expect(duesOf(text)).toBe(dues);
  });

  it.each(none)('none: %s', (text) => {
    expect(findPromises(text, { language: 'en', saidAt, zone })).toEqual([]);
  });
});
