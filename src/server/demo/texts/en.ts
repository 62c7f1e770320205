import type { TextBook } from './kinds.ts';

/**
 * What English-speaking customers of the demo company say and write, and what it says to them. `{slot}` is filled from
 * the story; `[he|she]` is chosen by the speaker's gender.
 */
export const en: TextBook = {
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
  complaintDoubleCharge: [
    'You have taken the same bill twice, {amount} and {amount} again. I want it back.',
    'There are two identical payments of {amount} on my statement, and now I am overdrawn.',
    'That is {amount} for a bill I had already paid. Does nobody check these things?',
    'My direct debit was taken twice. {amount} is my food money.',
    'I am on {tariff} and I gather I am not the only one who has been charged double.',
  ],
  complaintRude: [
    'The person I spoke to, {employee}, talked to me as though I were an idiot.',
    'I was cut off while I was still explaining. That is simply rude.',
    'The staff in the shop were chatting among themselves and snapped when I asked a question.',
  ],
  complaintBill: [
    'You go on billing estimates although I send you the reading every time.',
    'I was promised a discount that is not on a single bill.',
    'You are charging me for boiler cover that I never signed up for.',
    'I have queried the {amount} from {month} three times and had three different answers.',
  ],
  complaintSilence: [
    'I wrote {days} days ago and have heard nothing.',
    'Three times I was promised a call. Not one came.',
    'The phone line sends me to the shop and the shop sends me back to the phone line.',
  ],
  remedyApology: [
    'An apology would do, and that it does not happen again.',
    'I want someone to say sorry and tell me what went wrong.',
  ],
  answerAccepted: [
    'You are right: it was our mistake. It has been corrected and we apologise.',
    'We have looked into it and uphold your complaint. We are sorry for the trouble.',
    'We found the error and are giving you what you asked for. Thank you for telling us.',
  ],
  promiseCallback: [
    'I will ring you myself by {date} with the answer.',
    'We shall call you by {date} to say where things stand.',
    'You will have our call on {date} at the latest.',
  ],
  promiseVisit: [
    'The engineer will be with you on {date}.',
    'I am booking you in for {date}; if we can come sooner we will tell you.',
    'We will come on {date} and not leave until it works.',
  ],
  promiseDelivery: [
    'It will be with you by {date}.',
    'We deliver on {date}, fitted and tested.',
    'You will have it before {date} is out.',
  ],
  promiseRefund: [
    'We will refund {amount} by {date}.',
    'The {amount} will be in your account on {date} at the latest.',
    'I am putting the {amount} through now; you will see it by {date}.',
  ],
  promiseAnswer: [
    'You will have our answer in writing by {date}.',
    'We will reply, with our reasons, on {date} at the latest.',
  ],
  promiseSaving: [
    'With this change you will save at least {amount} a year.',
    'On your usage you will pay {amount} a year less.',
  ],
  promiseSolar: ['Your panels will be running by {date}.', 'We will finish the installation by {date}.'],
  promisePayment: ['I will pay on {date} without fail.', 'My pension comes in on {date}, I will settle it then.'],
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
  complaintLateVisit: [
    'I took the morning off for your engineer and he turned up at the very last moment.',
    'I was given a time and he came when it suited him, without so much as a call.',
    'A whole morning waiting for your engineer. Nobody rang to say he was late.',
  ],
  complaintMissedDay: [
    'The engineer came on a different day from the one we agreed. Two mornings gone.',
    'We agreed on a day, nobody came, and then you turn up when you please.',
  ],
  complaintDamaged: [
    'It has come with the box open and a dent in the side. I mean {product}.',
    'This is not what I ordered. I asked for {product}.',
    'I have unpacked it and {product} does not work.',
  ],
  complaintMissing: [
    'Half of order {order} is missing and I have paid for all of it.',
    'Not everything was in the parcel: {product} is missing.',
  ],
  complaintLateDelivery: [
    'You promised delivery by {date} and it took an age.',
    'I needed {product} by {date}, as promised. It came when I had no more use for it.',
  ],
  complaintOutage: [
    'Nine hours without power and nobody picks up the phone. The whole freezer went in the bin.',
    'That is the third cut in a month on {street}. What is going on?',
    'We have somebody on oxygen here and had no power all night and not a word from you.',
  ],
  complaintOutageFirm: [
    'We had to close because of the cut. Who pays for the lost takings?',
    'A whole morning of work lost to the cut. I want an explanation in writing.',
  ],
  complaintCutOff: [
    'You cut us off by mistake, with a baby in the house. This is very serious.',
    'I was left in the dark over a debt I do not have. Everything in the fridge is ruined.',
    'Years of paying on time, and you cut me off through your own blunder.',
  ],
  complaintCutOffFirm: [
    'You disconnected us over a debt that does not exist, with customers on the premises.',
    'Your mistake shut us for two days. I want to speak to someone in charge.',
  ],
  remedyRefund: [
    'I want {amount} back.',
    'The money in my account this week, please.',
    'A credit for what was overcharged.',
  ],
  remedyCompensation: [
    'I expect {amount} for what we have lost.',
    'Somebody has to pay for what we threw away: {amount}.',
  ],
  remedyReplace: ['A new one, at no cost to me.', 'Bring what I ordered and take this away.'],
  remedyRepair: ['Get it fixed, properly, once.', 'Send someone who will not leave until the cause is found.'],
  remedyCorrect: ['Correct the bill, and the next ones too.', 'Do the sums again, properly, in writing.'],
  answerPartly: [
    'We understand your annoyance. Part of it was our mistake, which we make good; the rest was out of our hands.',
    'We uphold your complaint in part and attach our reasons.',
  ],
  answerPartlyBill: [
    'Part of it was our mistake, which we credit; the rest is what was used.',
    'We uphold your complaint in part and attach how we worked it out.',
  ],
  answerRejected: [
    'We have looked into it and find no fault on our side. We are sorry that it happened.',
    'We are sorry to disagree: it is in the terms you signed.',
  ],
  answerRejectedBill: [
    'We checked the reading with the network and it is right, so no credit is due.',
    'We are sorry to disagree: the charge is in the terms you signed.',
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
