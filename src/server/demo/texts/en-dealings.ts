import type { DealingBook } from './kinds.ts';

/** What is complained of, asked for, answered and promised in English; written like the rest of the book. */
export const enDealings: DealingBook = {
  complaintDoubleCharge: [
    'You have taken the same bill twice, {amount} and {amount} again. I want it back.',
    'There are two identical payments of {amount} on my statement, and now I am overdrawn.',
    'That is {amount} for a bill I had already paid. Does nobody check these things?',
    'My direct debit was taken twice. {amount} is my food money.',
    'I am on {tariff} and I gather I am not the only one who has been charged double.',
  ],
  complaintLateVisit: [
    'I took the morning off for your engineer and he turned up at the very last moment.',
    'I was given a time and he came when it suited him, without so much as a call.',
    'A whole morning waiting for your engineer. Nobody rang to say he was late.',
  ],
  complaintRude: [
    'The person I spoke to, {employee}, talked to me as though I were an idiot.',
    'I was cut off while I was still explaining. That is simply rude.',
    'The staff in the shop were chatting among themselves and snapped when I asked a question.',
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
  remedyRefund: [
    'I want {amount} back.',
    'The money in my account this week, please.',
    'A credit for what was overcharged.',
  ],
  remedyApology: [
    'An apology would do, and that it does not happen again.',
    'I want someone to say sorry and tell me what went wrong.',
  ],
  remedyRepair: ['Get it fixed, properly, once.', 'Send someone who will not leave until the cause is found.'],
  answerAccepted: [
    'You are right: it was our mistake. It has been corrected and we apologise.',
    'We have looked into it and uphold your complaint. We are sorry for the trouble.',
    'We found the error and are giving you what you asked for. Thank you for telling us.',
  ],
  answerPartly: [
    'We understand your annoyance. Part of it was our mistake, which we make good; the rest was out of our hands.',
    'We uphold your complaint in part and attach our reasons.',
  ],
  answerRejected: [
    'We have looked into it and find no fault on our side. We are sorry that it happened.',
    'We are sorry to disagree: it is in the terms you signed.',
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
  complaintCutOff: [
    'You cut us off by mistake, with a baby in the house. This is very serious.',
    'I was left in the dark over a debt I do not have. Everything in the fridge is ruined.',
    'Years of paying on time, and you cut me off through your own blunder.',
  ],
  complaintCutOffFirm: [
    'You disconnected us over a debt that does not exist, with customers on the premises.',
    'Your mistake shut us for two days. I want to speak to someone in charge.',
  ],
  remedyCompensation: [
    'I expect {amount} for what we have lost.',
    'Somebody has to pay for what we threw away: {amount}.',
  ],
  remedyReplace: ['A new one, at no cost to me.', 'Bring what I ordered and take this away.'],
  remedyCorrect: ['Correct the bill, and the next ones too.', 'Do the sums again, properly, in writing.'],
  answerPartlyBill: [
    'Part of it was our mistake, which we credit; the rest is what was used.',
    'We uphold your complaint in part and attach how we worked it out.',
  ],
  answerRejectedBill: [
    'We checked the reading with the network and it is right, so no credit is due.',
    'We are sorry to disagree: the charge is in the terms you signed.',
  ],
};
