import { dayAt } from './calendar.ts';
import { contact } from './contacts.ts';
import { type Agreement, endAgreements } from './contracts.ts';
import { type Life, words } from './life.ts';
import { outage } from './visits.ts';

/** How much is left of his old habit on a day, 1 to 0: a decliner cools over nine months before he goes. */
export function vigourOn(life: Life, day: number): number {
  const { person } = life;
  if (person.fate !== 'declines' || day < person.turn) return 1;
  return Math.max(0, 1 - (day - person.turn) / 270);
}

/** The day of the last act of his first life with us, by his fate; beyond the end for those who stay. */
export function fatedEnd(life: Life): number {
  const { person, span } = life;
  if (person.partnerOf !== undefined || person.fate === 'stays') return span.endDay + 1;
  if (person.fate === 'declines') return person.turn + 290;
  if (person.fate === 'bursts') return person.turn + 10 + (person.k % 30);
  return person.turn;
}

/** One grave thing, all at once. */
export function burst(life: Life): void {
  outage(life, life.person.turn, true);
}

const reasons = {
  declines: 'switched-supplier',
  bursts: 'after-a-grievance',
  'moves-away': 'moved-away',
  returns: 'switched-supplier',
  stays: 'after-a-grievance',
} as const;

/** He says goodbye by his usual channel, and his agreements end. */
export function leave(life: Life, day: number, agreements: readonly Agreement[]): void {
  const { fate } = life.person;
  const reason = reasons[fate];
  const text = reason === 'switched-supplier' ? 'leaveDecline' : reason === 'moved-away' ? 'leaveMove' : 'leaveSudden';
  const said = words(life, text);
  const bye = contact(life, day, {
    reason: 'termination',
    words: said,
    subject: 'subjectQuestion',
    outcome: 'termination-noted',
    angry: text === 'leaveSudden',
    reply: false,
    on: { agreement_number: life.agreementNumber },
  });
  endAgreements(life, bye.at, agreements, reason, said, { conversation_id: bye.conversation });
  life.lastDay = dayAt(bye.at);
}
