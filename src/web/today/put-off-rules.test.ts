import { expect, it } from 'vitest';
import { putOffChoices } from './put-off-rules.ts';

const soon = '2027-03-03T13:00:00.000Z';
const named = (today: string, zone = 'Europe/Madrid') =>
  Object.fromEntries(putOffChoices(soon, today, zone).map((one) => [one.name, one.until]));

it('a line is put off to nine in the morning of the reader’s clock, over the change to summer time too', () => {
  expect(named('2027-03-27')).toEqual({
    hours: soon,
    tomorrow: '2027-03-28T09:00:00+02:00',
    monday: '2027-03-29T09:00:00+02:00',
    week: '2027-04-03T09:00:00+02:00',
  });
});

it('Monday is offered where it is neither tomorrow nor in a week', () => {
  expect(Object.keys(named('2027-03-03'))).toEqual(['hours', 'tomorrow', 'monday', 'week']);
  expect(Object.keys(named('2027-03-07'))).toEqual(['hours', 'tomorrow', 'week']);
  expect(Object.keys(named('2027-03-08'))).toEqual(['hours', 'tomorrow', 'week']);
});
