import { enDealings } from './en-dealings.ts';
import type { TextBook } from './kinds.ts';

/**
 * What English-speaking customers of the demo company say and write, and what it says to them. `{slot}` is filled from
 * the story; `[he|she]` is chosen by the speaker's gender.
 */
export const en: TextBook = {
  ...enDealings,
  billHigh: [
    'My bill has come in at {amount} and we were away for half of it. Can someone explain?',
    'I have just opened the {month} bill and nearly fell off my chair: {amount}!',
    'We are two pensioners in a small flat. There is no way we used {amount} worth of electricity.',
    'Is this an estimated reading again? {amount} makes no sense for this time of year.',
    'This is about the {amount} on my last bill. Nothing has changed at home, so why has the price?',
  ],
  billHighFirm: [
    'Our bill for the premises is {amount}, up a third, and our hours are the same. I need the half-hourly data.',
    'The {month} invoice shows {amount}. We were closed for refurbishment for two of those weeks.',
    'Could you walk our accountant through this? {amount} looks like the wrong tariff to us.',
  ],
  billQuestion: [
    'What is "equipment rental" on the bill? Nobody has ever rented me anything.',
    'Could you move the direct debit to the 5th? My pension comes in on the 4th.',
    'Could I have the bills in English, please? I can follow the Spanish but not everyone here can.',
    'I need a copy of the {month} bill for my residency papers.',
    'Where on the bill can I see what we use at night?',
  ],
  tariffQuestion: [
    'I am on {tariff} at the moment. Is that really the best one for somebody at home all day?',
    'Would it be cheaper if we ran the pool pump overnight?',
    'I see that new customers get a better rate than we do. We have been with you for years.',
    'Is there a tie-in with {tariff}? It was never made clear.',
  ],
  powerChange: [
    'The trip switch goes every time the oven and the air conditioning are on together. I think we need more power.',
    'The children have left home, so I would like to lower our contracted power.',
    'How long does a change of power take, and what do you charge for it?',
  ],
  meterReading: [
    'Meter reading for you: {number}.',
    'It says {number} on the meter. Your chap came yesterday while we were out.',
    'I am sending the reading myself, {number}, since your estimates are always on the high side.',
  ],
  outage: [
    'The whole building has been without power since seven this morning.',
    'We have lost power but next door has not. Is it you or is it our fuse box?',
    'The lights keep going off for a minute and coming back. I am worried about the freezer.',
  ],
  orderStatus: [
    'I bought {product} and nothing has turned up yet. The order is {order}.',
    'Any news on order {order}? The website has said "being prepared" for days.',
    'Could you change the delivery address on {order}? There is nobody in before lunch.',
  ],
  paymentPlan: [
    'Things are tight this month. Could I pay the bill in two goes?',
    'The payment bounced because I changed banks. Tell me how and I will pay today.',
    'I need a few more days for the {amount}, I am paid at the end of the month.',
  ],
  solarQuestion: [
    'Our roof faces south. What would panels cost us, roughly?',
    'A friend up the hill had panels put in by you and swears by them. Could you come and look at ours?',
    'How do I get paid for what the panels do not use? I cannot make head or tail of it.',
  ],
  chase: [
    'I was told I would hear from you by {date}. I am still waiting.',
    'You said this would be sorted by {date}. Have you forgotten me?',
    'This is the second time I ask about the same thing. I was promised it by {date}.',
  ],
  thanks: [
    'Please thank {employee} for me. So patient, and in English too.',
    'It is lovely to talk to someone who knows the job. Full marks to {employee}.',
    '{employee} sorted in five minutes what I had been putting off for months.',
    'Thank you for ringing back to check that all was well. I did not expect it.',
  ],
  thanksVisit: [
    'The engineer came on the dot, left no mess and showed me how to save a bit. Thank you, {employee}.',
    'Well done to {employee}, who was so kind to my mother.',
    'Very happy with the boiler check. {employee} spotted a leak that nobody else had.',
  ],
  suggestion: [
    'A text half an hour before the engineer arrives would save us all a wasted morning.',
    'It would be good to see hourly use in the app without downloading a file.',
    'Why not open the {city} shop on the odd Saturday afternoon?',
    'Put a little picture on the bill of where the money goes. The table is no use to me.',
    'You could take old bulbs back when people buy new ones.',
    'I type in my ID number when I call and then I am asked for it again. One of the two could go.',
  ],
  need: [
    'What I am after is something that turns the hot water off by itself when we fly home.',
    'I need a way to charge the car in a shared garage without a war with the neighbours.',
    'A tariff for people who are here only half the year would suit us down to the ground.',
    'I would like to see from England whether the heating is on in the flat.',
  ],
  rumour: [
    'They are saying at the bowls club that you have been sold to some fund and prices will go up 40 %. Is it true?',
    'Somebody shared a post that {company} is closing and we must all switch by the end of the month.',
    'My neighbour says the gas will be cut off for anyone without a new meter. Surely not?',
    'It says on the expats page that all the shops are going and there will be only a phone line.',
  ],
  notice: [
    'It is not true that {company} is being sold or that its shops are closing. Your prices stay as they are.',
    'Official note: {company} is the same company, with the same shops and the same telephone.',
  ],
  recommendation: [
    'I have told my sister about you, she has just moved here.',
    'I put in a word for you at the golf club, so expect a call or two.',
    'A friend sent me to you, and now I am the one sending people.',
  ],
  expectation: [
    'As long as you come on the day you say, I shall be happy.',
    'After what I have heard I am not expecting much, to be honest.',
    'I imagine it will be put right first time, as it was before.',
    'After that advert on the radio I do expect to notice the saving.',
  ],
  leaveDecline: [
    'Nothing dreadful happened, I just do not see the point any more and I have been offered something else.',
    'I have been buying elsewhere for a while. Please close the contract too.',
    'I am switching. In a whole year nobody gave us a thought.',
  ],
  leaveSudden: [
    'After what you put us through I want nothing more to do with you.',
    'I am leaving. After all that, not one word of apology.',
    'All these years a customer, to be treated like this. Cancel everything.',
  ],
  leaveMove: ['We are going back to Britain for good.', 'The flat is sold, so please stop the electricity.'],
  back: [
    'I tried the other lot and I am back: there was nobody to talk to.',
    'I came back because {employee} rang and asked me what had gone wrong.',
  ],
  askedTwice: [
    'I told your colleague that last week. Do you not write it down?',
    'You are asking me the same again. I filled it in on the form and I said it on the phone.',
    'Surely you have that already? All right, once more.',
  ],
  factNights: ['I work nights at the hospital, so I sleep in the day.', 'I am on the night shift.'],
  factBaby: ['We have a new baby, so the heating is on all day now.', 'With the little one we use far more hot water.'],
  factHolidayHome: ['It is only a holiday home.', 'We come out in August and at Easter, that is all.'],
  factElectricCar: ['We have an electric car now and charge it overnight.', 'The electric car comes in the spring.'],
  factPets: [
    'Do warn the engineer that there is a dog. He is soft as butter.',
    'We have two cats, so please keep the door shut.',
  ],
  ratingGood: [
    'Could not fault it.',
    'Quick and friendly.',
    'Better than I expected.',
    'Everything was explained.',
    'A pleasure.',
  ],
  ratingFair: ['Fine.', 'All right, though I had to wait.', 'Did what it said.', 'Average.'],
  ratingBad: [
    'Dreadful, never again.',
    'A waste of my time.',
    'Nobody knew anything.',
    'I felt ignored.',
    'Late and badly done.',
  ],
  greeting: ['Hello,', 'Good morning,', 'Dear Sir or Madam,', 'Hi there,'],
  farewellCalm: ['Kind regards, {name}', 'Many thanks, {name}', 'Best wishes, {name}'],
  farewellAngry: [
    'I expect a reply at once. {name}',
    'If I do not hear back I shall go to the consumer office. {name}',
    'Fed up. {name}',
  ],
  subjectBill: ['My {month} bill', 'Question about my bill', 'Bill does not add up'],
  subjectQuestion: ['A question', 'Query', 'Could you help?'],
  subjectOrder: ['Order {order}', 'Where is my order?', 'My purchase'],
  subjectComplaint: ['Complaint', 'Not good enough', 'Formal complaint', 'Please put this right'],
  subjectThanks: ['Thank you', 'Well done', 'A word of thanks'],
  replyCalm: [
    'Hello {name}, we have looked into your question and it is done. If anything is unclear, we are here.',
    'Thank you for writing, {name}. The details you asked for are attached.',
    'Good morning {name}. The change has been made; you will see it on the next bill.',
  ],
  breakdown: [
    'There is a nasty bang when the boiler lights. When could someone come?',
    'No hot water since last night, and my mother is 88.',
    'The boiler shows E4 and then shuts itself down.',
    'There is a smell of burning when the boiler starts. Could someone come today?',
  ],
  appointment: [
    'The boiler is due its yearly check. An afternoon would suit us best.',
    'I have had your reminder about the boiler service. Which day is good for you?',
    'I should like to book the boiler check before the winter.',
  ],
  cutOff: [
    'You have cut off my electricity and every bill is paid. What is going on?',
    'We have just been disconnected over a debt that does not exist.',
    'A man came and cut us off. I am holding the proof of payment in my hand.',
  ],
  paymentPlanFirm: [
    'A large customer owes us money. Could we pay the bill in two instalments?',
    'The bank sent your debit back because of a daily limit. How do we settle it?',
  ],
  factAfterSix: ['Please ring after six, I cannot talk before.', 'I work late; any time from six is fine.'],
  factMidday: ['Not mornings. Around lunch is best.', 'You will always catch me at midday.'],
  factGasElsewhere: [
    'Our gas is with another company, about {amount} a month.',
    'For gas we stayed with the old lot, {amount} a month or so.',
  ],
  factShopElsewhere: [
    'I buy my appliances elsewhere, some {amount} a year.',
    'Bulbs and bits I order online, about {amount} a year.',
  ],
  factFirmHours: ['We open at seven, before anyone else on the street.', 'Monday to Saturday we are open from seven.'],
};
